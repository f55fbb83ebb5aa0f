// Where the window starts: follows main's state and draws it. The first picture must not wait for anything.
import { flushSync } from 'react-dom';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import './edge.css';
import { followAppState } from '../ui/app-state';
import { locale, takeLanguage } from '../ui/locale';
import { App } from './App';
import { hideOnPressBeside } from './press-beside';

takeLanguage(document);
document.documentElement.dataset['edge'] = new URLSearchParams(location.search).get('edge') ?? 'system';
hideOnPressBeside(document);
const root = document.getElementById('root');
if (root !== null) {
  // At once, so that the first picture there is has the figures, and main never shows an empty window.
  flushSync(() =>
    createRoot(root).render(
      <I18nProvider locale={locale()}>
        <App store={followAppState(document)} />
      </I18nProvider>,
    ),
  );
}
