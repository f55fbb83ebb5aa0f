import { describe, expect, it } from 'vitest';
import { afterTrayClick } from './toggle';

describe('afterTrayClick', () => {
  it('shows what is hidden and hides what is shown', () => {
    expect(afterTrayClick({ visible: false, blurredAt: null }, 1000)).toBe('show');
    expect(afterTrayClick({ visible: true, blurredAt: null }, 1000)).toBe('hide');
  });
  it('does nothing for the click whose press took the focus', () => {
    expect(afterTrayClick({ visible: false, blurredAt: 1000 }, 1120)).toBe('nothing');
  });
  it('shows again for a later click', () => {
    expect(afterTrayClick({ visible: false, blurredAt: 1000 }, 1250)).toBe('show');
  });
  it('hides whatever is visible, even right after a blur that did not hide it', () => {
    expect(afterTrayClick({ visible: true, blurredAt: 1000 }, 1050)).toBe('hide');
  });
  it('is not fooled by a clock that went back', () => {
    expect(afterTrayClick({ visible: false, blurredAt: 5000 }, 1000)).toBe('show');
  });
});
