// How a text is written into a CSV field so that a spreadsheet shows it as the text it is. Pure.
//
// The rule, which docs/guide.md documents for readers of the file: a text that a spreadsheet would compute or convert starts with an apostrophe,
// and so does one that starts with an apostrophe itself. In such a field an apostrophe also follows each separator that something dangerous
// comes after. To read a field back: if it starts with an apostrophe, remove that one and each one that follows a separator.

/** What a formula starts with, after spaces and quotation marks; the last four are the full-width forms. */
const formulaStart = String.raw`[\s'"]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]`;
/** Spreadsheets split a line at these, whatever the file's own separator is: with ";" in many countries, or as the import dialog says. */
const separators = String.raw`[\t,;\r\n]`;
const formulaAtStart = new RegExp(`^${formulaStart}`, 'u');
const formulaAfterSeparator = new RegExp(`${separators}${formulaStart}`, 'u');
const dangerousSeparator = new RegExp(`(${separators})(?=${formulaStart}|')`, 'gu');

/** The text as it is written in a field, before quoting. */
export function spreadsheetText(text: string): string {
  const computes = formulaAtStart.test(text) || formulaAfterSeparator.test(text);
  if (!computes && !/^['\t\r\n]/.test(text) && !isConverted(text)) return text;
  return `'${text.replaceAll(dangerousSeparator, "$1'")}`;
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const dateWithMonth = new RegExp(`^[\\d\\s.,:/'-]*(?:${months})[a-z]*[\\d\\s.,:/'-]*$`, 'i');

/** Whether a spreadsheet would make a number, a date, a time or a truth value of it, and so lose zeros, digits or letters. */
function isConverted(text: string): boolean {
  if (/^\s*(?:true|false)\s*$/i.test(text)) return true;
  if (!/\d/.test(text) || isHarmlessNumber(text)) return false;
  return (
    /^[\d\s.,:/()+\-$€£¥%'’]+$/u.test(text) ||
    /^[\d\s.,+-]*\d[.,]?\s*e[+-]?\d+$/i.test(text) ||
    /^[\d\s.,:/-]*\d\s*[ap]m?$/i.test(text) ||
    dateWithMonth.test(text)
  );
}

/** A number that is shown as it is written (Excel shows at most 11 digits), an IPv4 address, a range of ports that can be no date. */
function isHarmlessNumber(text: string): boolean {
  return /^(?:0|[1-9]\d{0,10})$/.test(text) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || /^\d{5}-\d{5}$/.test(text);
}
