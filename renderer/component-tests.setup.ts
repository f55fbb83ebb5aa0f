// What every component test has: patience. Views that are loaded on demand take their time on a busy machine.
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 10_000 });
