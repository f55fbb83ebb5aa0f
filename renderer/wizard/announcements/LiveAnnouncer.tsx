// The one place where the wizard announces its changes to screen readers. It stays while steps come and go: most screen
// readers do not read a region that comes into the page with its words in it.
import { useEffect, useRef, useState } from 'react';
import type { RotationView } from '../../../app/model/rotation/rotation';
import { locale } from '../../ui/locale';
import { announcementsBetween } from './announcements';
import { asSentence, sentences } from '../../../app/texts/sentence';

/** Long enough for any screen reader to have started reading it (ms). */
const saidFor = 10_000;

/** Says what is new in `view` against the one before. */
export function LiveAnnouncer({ view }: { view: RotationView }) {
  const before = useRef(view);
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(() => {
    const news = announcementsBetween(before.current, view, locale(), Date.now());
    before.current = view;
    const text = sentences(...news.map(asSentence));
    if (text !== '') setSaid(({ count }) => ({ text, count: count + 1 }));
  }, [view]);
  // A user who reads through the page later finds no old news in it.
  useEffect(() => {
    if (said.text === '') return undefined;
    const timer = setTimeout(() => setSaid(({ count }) => ({ text: '', count })), saidFor);
    return () => clearTimeout(timer);
  }, [said]);
  // The same words a second time are a change as well.
  return (
    <div role="status" className="only-spoken">
      <span key={said.count}>{said.text}</span>
    </div>
  );
}
