// Where the account window starts: follows main's state and draws it. Must not wait for anything before the first picture.
import './zod-without-eval';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import { followAppState } from '../ui/app-state';
import { App } from './App';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(<App store={followAppState(document)} />);
}
