// Where the account window starts: follows main's state and draws it. Must not wait for anything before the first picture.
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import '../ui/tokens.css';
import { followAppState } from '../ui/app-state';
import { App } from './App';

// Otherwise it tries whether it may make code out of text, which the page's policy forbids, and says so.
config({ jitless: true });

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(<App store={followAppState(document)} />);
}
