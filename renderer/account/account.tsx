// Where the account window starts: follows main's state and draws it. The first picture must not wait for anything.
import '../../app/model/zod-without-eval';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import { followAppState } from '../ui/app-state';
import { locale, takeLanguage } from '../ui/locale';
import { App } from './App';

takeLanguage(document);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <I18nProvider locale={locale()}>
      <App store={followAppState(document)} />
    </I18nProvider>,
  );
}
