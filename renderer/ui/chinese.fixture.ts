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
export const wronglyJoined = /[。！？：，；] |\p{Script=Han}[.,:;!?()]|[,:;!?()]\p{Script=Han}/u;
