import type { Page } from 'playwright-core';

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
  readonly locale?: string;
}

export function openPage(options?: PageOptions): Promise<{ readonly page: Page; readonly close: () => Promise<void> }>;
export function findChromium(): string;
