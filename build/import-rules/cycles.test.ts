import { describe, expect, it } from 'vitest';
import { closesCycle, findCycles, stronglyConnected } from './cycles.mjs';

/** 'a>b b>c' as edges. */
const graph = (text: string) =>
  text.split(' ').map((edge) => {
    const [from = '', to = ''] = edge.split('>');
    return { from, to };
  });

describe('findCycles', () => {
  it('finds nothing in a graph that only points down, even with two ways to one node', () => {
    expect(findCycles(graph('a>b a>c b>d c>d'))).toEqual([]);
  });

  it('finds a cycle of two, a cycle through many, and a node that points to itself', () => {
    expect(findCycles(graph('a>b b>a'))).toEqual([['a', 'b', 'a']]);
    expect(findCycles(graph('a>b b>c c>d d>a'))).toEqual([['a', 'b', 'c', 'd', 'a']]);
    expect(findCycles(graph('a>a'))).toEqual([['a', 'a']]);
  });

  it('shows the shortest cycle of a component, and one for each component', () => {
    expect(findCycles(graph('a>b b>c c>a c>b x>y y>x c>x'))).toEqual([
      ['b', 'c', 'b'],
      ['x', 'y', 'x'],
    ]);
  });
});

describe('stronglyConnected', () => {
  it('groups the nodes that reach each other and leaves out those that only lead there', () => {
    expect(stronglyConnected(graph('in>a a>b b>c c>a c>out'))).toEqual([['a', 'b', 'c']]);
  });
});

describe('closesCycle', () => {
  it('is true where the graph already leads back, however far', () => {
    expect(closesCycle({ from: 'c', to: 'a' }, graph('a>b b>c'))).toBe(true);
    expect(closesCycle({ from: 'a', to: 'c' }, graph('a>b b>c'))).toBe(false);
    expect(closesCycle({ from: 'a', to: 'a' }, graph('b>c'))).toBe(true);
  });
});
