// The part of the x11 package that app/windows/popover/pointer-linux.ts uses; the package brings no types.
declare module 'x11' {
  interface Client {
    QueryPointer(
      window: number,
      answer: (error: unknown, place: { rootX: number; rootY: number } | undefined) => void,
    ): void;
    terminate(): void;
    on(event: 'error' | 'end', listener: () => void): void;
  }
  interface Display {
    screen: readonly { root: number }[];
    client: Client;
  }
  const x11: {
    createClient(options: { display: string }, ready: (error: unknown, display: Display) => void): Client;
  };
  export default x11;
}
