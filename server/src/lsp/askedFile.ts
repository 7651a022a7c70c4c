/** The file that a request is about, and what handlers of structure share. Knows no feature. */

import type { Connection, Position } from 'vscode-languageserver';
import type { Words } from '../checks/messages/messages.ts';
import type { Place } from '../features/place.ts';
import { linesOf } from './convert.ts';
import type { Project } from './project.ts';
import type { Session } from './session.ts';

/** What the handlers need to know of the other side. */
export interface StructureContext {
  readonly connection: Connection;
  readonly session: Session;
  readonly words: () => Words;
  readonly locale: () => string;
  readonly clientHas: (command: string) => boolean;
}

/** A file of a corpus, with the text that spans count in. */
export interface AskedFile {
  readonly project: Project;
  readonly path: string;
  readonly text: string;
}

export function fileOf(session: Session, uri: string): AskedFile | undefined {
  const found = session.placeOf(uri);
  const text = found?.project.textOf(found.path);
  return found && text !== undefined ? { ...found, text } : undefined;
}

export const placeIn = ({ path, text }: AskedFile, position: Position): Place => ({
  path,
  offset: linesOf(text).offsetAt(position),
});
