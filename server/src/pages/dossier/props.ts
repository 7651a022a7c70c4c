/** What the page of an entity is given. */

import type { Dossier } from '../../features/dossier/model.ts';
import type { OnMore } from './parts.tsx';

export interface DossierProps {
  readonly model: Dossier;
  /** Of the charts, in CSS pixels. */
  readonly width?: number;
  readonly onMore?: OnMore;
}

export const WIDTH = 720;
