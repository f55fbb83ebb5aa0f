/** Random bytes that are the same in each run. They repeat themselves only after two billion, so that no two tokens are the same. */
export function repeatableBytes(): (count: number) => Uint8Array {
  let seed = 1;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) % 256;
  return (count) => Uint8Array.from({ length: count }, next);
}
