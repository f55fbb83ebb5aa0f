// The part of the x11 package that app/windows/popover/x-server.ts uses; the package brings no types.
declare module 'x11' {
  type Answer<T> = (error: unknown, value: T | undefined) => void;
  export interface Client {
    /** The number of the display's screen that was asked for: `1` of `:0.1`. */
    screenNum: number | string;
    atoms: { CARDINAL: number };
    QueryPointer(window: number, answer: Answer<{ rootX: number; rootY: number }>): void;
    InternAtom(onlyIfExists: boolean, name: string, answer: Answer<number>): void;
    GetSelectionOwner(selection: number, answer: Answer<number>): void;
    ChangeProperty(
      mode: number,
      window: number,
      property: number,
      type: number,
      bits: 8 | 16 | 32,
      values: readonly number[],
    ): void;
    terminate(): void;
    on(event: 'error' | 'end', listener: () => void): void;
  }
  interface Display {
    screen: readonly { root: number }[];
    client: Client;
  }
  const x11: {
    createClient(
      options: { display: string; disableBigRequests: true },
      ready: (error: unknown, display: Display | undefined) => void,
    ): Client;
  };
  export default x11;
}
