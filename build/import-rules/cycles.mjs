// Finds cycles in a graph of files or folders.
// @ts-check

/** @typedef {{ from: string, to: string }} Edge */

/** @param {Edge[]} edges */
function successorsOf(edges) {
  /** @type {Map<string, string[]>} */
  const successors = new Map();
  for (const { from, to } of edges) successors.set(from, [...(successors.get(from) ?? []), to]);
  return successors;
}

/**
 * The shortest way along the edges, both ends included, or null where there is none.
 * From a node to itself it is the shortest cycle through that node.
 * @param {Map<string, string[]>} successors
 * @param {string} start
 * @param {string} end
 */
function shortestPath(successors, start, end) {
  const paths = [[start]];
  const seen = new Set();
  for (const nodes of paths) {
    for (const next of successors.get(nodes.at(-1) ?? start) ?? []) {
      if (next === end) return [...nodes, end];
      if (seen.has(next)) continue;
      seen.add(next);
      paths.push([...nodes, next]);
    }
  }
  return null;
}

/**
 * Whether an edge added to a graph would complete a cycle.
 * @param {Edge} edge
 * @param {Edge[]} graph
 */
export function closesCycle({ from, to }, graph) {
  return from === to || shortestPath(successorsOf(graph), to, from) !== null;
}

/**
 * One shortest cycle for each strongly connected component, as the nodes along
 * it, the first one repeated at the end. Empty where the graph has no cycle.
 * @param {Edge[]} graph
 * @returns {string[][]}
 */
export function findCycles(graph) {
  return stronglyConnected(graph).map((component) => {
    const successors = successorsOf(graph.filter(({ from, to }) => component.includes(from) && component.includes(to)));
    const cycles = component.flatMap((node) => {
      const cycle = shortestPath(successors, node, node);
      return cycle === null ? [] : [cycle];
    });
    return cycles.toSorted((a, b) => a.length - b.length)[0] ?? [];
  });
}

/**
 * The groups of nodes that all reach each other, each sorted by name.
 * @param {Edge[]} graph
 * @returns {string[][]}
 */
export function stronglyConnected(graph) {
  const forward = successorsOf(graph);
  const backward = successorsOf(graph.map(({ from, to }) => ({ from: to, to: from })));
  const reached = (/** @type {Map<string, string[]>} */ successors, /** @type {string} */ start) => {
    const seen = new Set(successors.get(start));
    for (const node of seen) for (const next of successors.get(node) ?? []) seen.add(next);
    return seen;
  };
  const placed = new Set();
  const components = [];
  for (const node of [...forward.keys()].toSorted()) {
    if (placed.has(node)) continue;
    const before = reached(backward, node);
    const component = [...reached(forward, node)].filter((other) => before.has(other)).toSorted();
    for (const member of component) placed.add(member);
    if (component.length > 0) components.push(component);
  }
  return components;
}
