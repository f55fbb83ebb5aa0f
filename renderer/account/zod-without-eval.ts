// Tells zod not to try whether it may make code from text: the page's policy forbids it, and the browser would report
// the attempt. To be imported before anything that makes a schema.
import { config } from 'zod';

config({ jitless: true });
