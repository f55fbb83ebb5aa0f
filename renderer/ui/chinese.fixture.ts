// A component test in Chinese, where marks and spaces that code wrote stand out.
import { setTextLanguage, type Translation } from '../../app/texts/texts';

/** The compiled catalogues, by their paths. */
const catalogues = import.meta.glob<Translation[keyof Translation]>('../../app/texts/zh-Hans/*.json', {
  eager: true,
  import: 'default',
});
const chinese: Translation = Object.fromEntries(
  Object.entries(catalogues).map(([path, words]) => [path.replace(/^.*\/(.*)\.json$/, '$1'), words]),
);

/** The page is in simplified Chinese from now on. */
export function speakChinese(): void {
  document.documentElement.dataset['locale'] = 'zh-CN';
  setTextLanguage('zh-CN', chinese);
}

/** The page is in English again. */
export function speakEnglish(): void {
  delete document.documentElement.dataset['locale'];
  setTextLanguage('en-US');
}

/** A space behind a Chinese mark, or an English mark beside a Chinese letter. */
const wronglyJoined = /[。！？：，；] |\p{Script=Han}[.,:;!?()]|[,:;!?()]\p{Script=Han}/u;

/** The texts of the page, names and tooltips with them, that are joined as in English. Throws where there is no Chinese to check. */
export function wronglyJoinedTexts(): string[] {
  const elements = [...document.body.querySelectorAll('*')];
  const texts = elements.flatMap((element) => [
    element.matches('p, dt, dd, li, label, button, h1, h2, h3, output') && element.querySelector('p, dd, li') === null
      ? element.textContent
      : '',
    ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
  ]);
  if (!texts.some((text) => /\p{Script=Han}/u.test(text))) throw new Error('The page is not in Chinese.');
  return [...new Set(texts.filter((text) => wronglyJoined.test(text)))];
}
