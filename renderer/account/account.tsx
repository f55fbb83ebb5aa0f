// Where the account window starts: follows main's state and draws it. Must not wait for anything before the first picture.
import './zod-without-eval';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { setTextLanguage } from '../../app/texts/texts';
import '../ui/tokens.css';
import { followAppState } from '../ui/app-state';
import { locale } from '../ui/locale';
import { App } from './App';

setTextLanguage(locale());
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <I18nProvider locale={locale()}>
      <App store={followAppState(document)} />
    </I18nProvider>,
  );
}
