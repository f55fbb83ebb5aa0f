// Keeps an option of the command line ("--user-data-dir") on one line: a break after a hyphen would make two things of
// it.

const option = /(\(?--[\w-]+\w(?:=\w+)?\)?)/;

/** The text; its options do not break. */
export function Unbroken({ text }: { text: string }) {
  const parts = text.split(option);
  if (parts.length === 1) return text;
  return parts.map((part, at) =>
    option.test(part) ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of one text, which never move
      <span key={at} style={{ whiteSpace: 'nowrap' }}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
