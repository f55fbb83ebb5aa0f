// Reads and checks the parameters of a query or the fields of a body, collecting one sentence for each thing that is
// wrong.
import { isIP } from 'node:net';
import { type Answer, refusal } from './answer';

interface Range {
  min?: number;
  max?: number;
}

interface Length {
  min?: number;
  max?: number;
  email?: true;
}

/** The fields of one request. A value that is absent, null or wrong reads as `undefined`; if wrong, `errors` says why. */
export class Fields {
  readonly errors: string[] = [];
  readonly #source: ReadonlyMap<string, unknown>;
  readonly #fromQuery: boolean;

  constructor(source: ReadonlyMap<string, unknown>, fromQuery: boolean) {
    this.#source = source;
    this.#fromQuery = fromQuery;
  }

  /** Whether the request has the field at all, be it null. */
  has(name: string): boolean {
    return this.#source.has(name);
  }

  require(...names: string[]): void {
    for (const name of names) {
      if (this.#present(name) === undefined) this.errors.push(`${name} is required`);
    }
  }

  integer(name: string, range: Range = {}): number | undefined {
    const value = this.#present(name);
    if (value === undefined) return undefined;
    const number = this.#asInteger(value);
    if (number === undefined) return this.#wrong(`${name} must be an integer`);
    if (range.min !== undefined && number < range.min) return this.#wrong(`${name} must not be less than ${range.min}`);
    if (range.max !== undefined && number > range.max) {
      return this.#wrong(`${name} must not be greater than ${range.max}`);
    }
    return number;
  }

  /** One of the given numbers. */
  choice<T extends number>(name: string, choices: readonly T[]): T | undefined {
    const number = this.integer(name);
    if (number === undefined) return undefined;
    const found = choices.find((choice) => choice === number);
    return found ?? this.#wrong(`${name} must be one of ${choices.join(', ')}`);
  }

  /** One of the given words. */
  word<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.#present(name);
    if (value === undefined) return undefined;
    const found = choices.find((choice) => choice === value);
    return found ?? this.#wrong(`${name} must be one of ${choices.join(', ')}`);
  }

  text(name: string, length: Length = {}): string | undefined {
    const value = this.#present(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') return this.#wrong(`${name} must be a string`);
    if (length.min !== undefined && value.length < length.min) {
      return this.#wrong(`${name} must have at least ${length.min} characters`);
    }
    if (value.length > (length.max ?? 255)) {
      return this.#wrong(`${name} must have at most ${length.max ?? 255} characters`);
    }
    if (length.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return this.#wrong(`${name} must be an email`);
    return value;
  }

  /** An IPv4 or IPv6 address. */
  address(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || isIP(value) !== 0) return value;
    return this.#wrong(`${name} must be an IP address`);
  }

  /** `YYYY-MM-DD` as the Unix second at which that day begins in UTC. */
  day(name: string): number | undefined {
    const value = this.#present(name);
    if (value === undefined) return undefined;
    const parsed = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
    // Date.parse takes 31 February for 3 March; reading it back shows that.
    if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== value) {
      return this.#wrong(`${name} must be a date as YYYY-MM-DD`);
    }
    return parsed / 1000;
  }

  texts(name: string): string[] | undefined {
    const value = this.#present(name);
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) return value;
    return this.#wrong(`${name} must be a list of strings that is not empty`);
  }

  integers(name: string): number[] | undefined {
    const value = this.#present(name);
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.length > 0 && value.every((one) => Number.isSafeInteger(one))) return value;
    return this.#wrong(`${name} must be a list of integers that is not empty`);
  }

  get failed(): boolean {
    return this.errors.length > 0;
  }

  refusal(): Answer {
    return refusal('Bad request', this.errors);
  }

  #present(name: string): unknown {
    const value = this.#source.get(name);
    return value === null || (this.#fromQuery && value === '') ? undefined : value;
  }

  #asInteger(value: unknown): number | undefined {
    const number = this.#fromQuery && typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
  }

  #wrong(sentence: string): undefined {
    this.errors.push(sentence);
    return undefined;
  }
}

/** The fields of a query: all text; an empty one counts as missing. */
export function queryFields(query: URLSearchParams): Fields {
  return new Fields(new Map(query), true);
}

/** `body` is parsed JSON; anything but an object is one error. */
export function bodyFields(body: unknown): Fields {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return new Fields(new Map(Object.entries(body)), false);
  }
  const fields = new Fields(new Map(), false);
  fields.errors.push('The body must be a JSON object');
  return fields;
}
