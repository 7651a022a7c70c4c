import type { Page } from 'playwright-core';

export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

export interface WorkbenchOptions {
  /** What to open. A copy of it is opened, under the same name. */
  folder: string;
  /** Default: light. */
  theme?: Theme;
  /** The packaged extension. Default: this checkout, built and packaged now. */
  vsix?: string;
  /** User settings on top of the usual ones. */
  settings?: Record<string, unknown>;
  /** Of the window, in CSS pixels. Default: 1280. */
  width?: number;
  /** Default: 800. */
  height?: number;
  /** Device pixels per CSS pixel. Default: 1. */
  scale?: number;
  /** The display language, such as zh-cn: what the extension says is in it. Default: English. */
  locale?: string;
  /** As vscode.dev has it: the built extension, in a web worker, on no disk. */
  web?: boolean;
}

export interface Workbench {
  page: Page;
  /** The copy that is open. */
  folder: string;
  /** Opens a file of the folder, by its path in it. */
  openFile(path: string): Promise<void>;
  /** Moves the mouse over the first occurrence of a text in the editor; gives the text of the hover that appears. */
  hoverText(text: string): Promise<string>;
  /** Moves the mouse away until the hover is gone. */
  leave(): Promise<void>;
  /** Runs a command by its title in the palette. */
  command(title: string): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  /** Takes a picture of the window, once it has come to rest. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a folder in the window of a real VS Code that has the extension installed. */
export function openWorkbench(options: WorkbenchOptions): Promise<Workbench>;
