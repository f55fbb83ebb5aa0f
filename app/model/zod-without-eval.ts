// Tells zod to make no code from text. In a page the policy forbids it, and the browser would report the attempt; in main
// most schemas read one document, so that compiling code for each costs more than it saves (docs/decisions/036-weight.md).
// To be loaded before anything that makes a schema.
import { config } from 'zod';

config({ jitless: true });
