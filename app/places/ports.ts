// What the places need from outside: files, commands, the vault, time. Types only.
import type { GatewayFacts } from '../model/places/gateway-concern';
import type { Clock } from '../model/clock';
import type { Command } from '../model/places/command';
import type { GatewayUser } from '../model/places/gateway-move';
import type { FilePlan } from '../model/places/file-plan';
import type { Place, PlaceUpdate } from '../model/places/place';
import type { PlacesView, RunningProgram } from '../model/places/places-view';
import type { ScanRequest, ScanView } from '../model/places/scan';
import type { Problem, Result } from '../model/problem';
import type { StoredDocument } from '../settings/document/document';
import type { PlacesContent } from './documents/places-document';
import type { RunContent } from './documents/run-document';

/** Both texts of a replacement. Never stored, logged or published. */
export interface Keys {
  old: string;
  next: string;
  /** Replaced with the key, where it stands in the same file. */
  address?: { old: string; next: string };
}

export type CommandWay = Extract<PlaceUpdate, { by: 'command' }>;
export type FileWay = Extract<PlaceUpdate, { by: 'file' }>;

/** Whether the file at a path (absolute) may have attributes of its own, which would be lost with another file in its place. */
export type Attributes = (path: string) => Promise<boolean>;

/** How a file is updated: app/places/files. `salt`: of the hash in the plan. */
export interface FilePort {
  /** Begins to ask for the attributes of all these files, for which each plan would start a program. For plans that are made at once. */
  attributes(ways: readonly FileWay[]): Attributes;
  /** Opens the file for writing, and writes nothing. `next` null: a rehearsal, where the new key is not known yet. */
  plan(
    way: FileWay,
    keys: Omit<Keys, 'next'> & { next: string | null },
    salt: Buffer,
    attributes?: Attributes,
  ): Promise<Result<FilePlan>>;
  write(way: FileWay, plan: FilePlan, keys: Keys, salt: Buffer): Promise<Result<void>>;
  /** Reads the file again by its path: the new key is where it was planned, and nothing else has changed. */
  prove(way: FileWay, plan: FilePlan, keys: Keys, salt: Buffer): Promise<Result<void>>;
  /** The keyed hash of the file as it is, as a plan has it. */
  digest(way: FileWay, salt: Buffer): Promise<Result<string>>;
  /** The gateway's tokens that stand in the file, each once. */
  tokens(way: FileWay): Promise<Result<string[]>>;
  /** Finishes an interrupted write, and removes what it left. `old`: nothing was written. Fails where it is not known how far it got. */
  mend(way: FileWay, plan: FilePlan, keys: Keys, salt: Buffer): Promise<Result<'old' | 'new' | 'mended'>>;
}

/** The gateway, for places that use it: app/gateway. */
export interface GatewayPort {
  /** Where programs ask it; null while it does not listen. */
  url(): string | null;
  /** For a consumer that is to be made. */
  newId(): string;
  /** A token of a new consumer with this id, or a new one of a known consumer, whose token of before ends. */
  newToken(user: GatewayUser, newId: string): Result<{ id: string; token: string }>;
  revoke(consumerId: string): void;
  /** The consumer that has this token; null: none. */
  ownerOf(token: string): string | null;
  /** What decides whether a place can ask it. */
  facts(): GatewayFacts;
}

/** How a program ended. `output`: its first lines, without secrets. */
/** `printedSecret`: a key or a token was in what it printed. */
export type CommandEnd =
  | { ok: true; milliseconds: number; printedSecret?: boolean }
  | { ok: false; problem: Problem; output: string };

/** How programs are run: app/places/commands. `secrets` are removed from all that they print. */
export interface CommandPort {
  /** Gives `key` to the command of this way, on its standard input, and proves that it is there, where that can be read. */
  bring(way: CommandWay, key: string, secrets: readonly string[]): Promise<CommandEnd>;
  /** Runs a hook or a check. */
  run(command: Command, secrets: readonly string[]): Promise<CommandEnd>;
  /** Checks that the place's commands could run, and changes nothing. */
  rehearse(place: Place): Promise<Result<void>>;
  /** The hash of all programs of the place, as they are on the disk; runs none. */
  programs(place: Place): Promise<string>;
  /** Why the place's commands are not run: the user has not confirmed them as they are. Null: they are confirmed, or there are none. */
  unconfirmed(place: Place): Problem | null;
  /** What the user confirms. */
  confirmationOf(place: Place): string;
}

/** What the places know of the rotation: ids, fingerprints and outcomes. */
export interface RotationFacts {
  id: string;
  origin: string;
  oldFingerprint: string | null;
  newFingerprint: string;
  /** The new key belongs to another account than the old one, and the user accepted that. */
  isOtherAccount: boolean;
}

/** The search for the key: app/places/scan. */
export interface ScanPort {
  /** `knownFolders`: of the places that are known, for the quick search. */
  start(request: ScanRequest, keys: readonly string[], knownFolders: readonly string[]): Result<void>;
  cancel(): void;
  close(): void;
  /** The programs of this user that run with this key. Null where that cannot be found out. */
  runningWith(key: string): Promise<RunningProgram[] | null>;
}

/** What the places may do on this computer. */
export interface PlacesSystem {
  files: FilePort;
  commands: CommandPort;
  /** Searches this computer; `publish` gets what a search has found so far, and at its end. Starts nothing until it is called. */
  openScan(publish: (view: ScanView) => void): ScanPort;
}

export interface PlacesPorts extends PlacesSystem {
  places: StoredDocument<PlacesContent>;
  runs: StoredDocument<RunContent>;
  /** The text of a key in the vault. */
  textOf(fingerprint: string): Promise<Result<string>>;
  /** The fingerprint of the key in use; null: there is none. */
  inUse(): string | null;
  gateway: GatewayPort;
  clock: Clock;
  /** 32 random bytes in hex. */
  newSalt(): string;
  /** The places that a NineTray before places.json kept in rotation.json. */
  formerPlaces(): Place[];
  /** The places have the new key: the rotation ticks them. */
  tick(placeIds: readonly string[]): void;
  /** Runs `run` within some milliseconds: what is to be written by then is one write, and each is two calls that wait for the disk. */
  soon(run: () => void): void;
  /** The list was changed: the rotation under way has a copy of it. */
  listed(places: Place[]): Promise<Result<void>>;
  log(event: string, facts?: Record<string, string | number | boolean | null>): void;
  publish(view: PlacesView): void;
}
