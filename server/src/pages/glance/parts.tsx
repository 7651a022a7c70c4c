/** What the views of a corpus at a glance share: links to a document, a claim, an entity, and names that may be in any script. Knows no view. */

import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { claimAddress, useReader } from '../reader.ts';

interface LinkProps {
  readonly class?: string;
  readonly title?: string;
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** Where it leads nowhere, the same as plain text. */
function Link({ href, label, children, ...rest }: LinkProps & { readonly href: string | undefined }): JSX.Element {
  return href === undefined ? (
    <span {...rest}>{children}</span>
  ) : (
    <a href={href} {...rest} {...(label !== undefined && { 'aria-label': label })}>
      {children}
    </a>
  );
}

export function DocumentLink({ path, ...rest }: LinkProps & { readonly path: string }): JSX.Element {
  return <Link href={useReader().links.document(path)} {...rest} />;
}

export function ClaimLink({
  path,
  claim,
  ...rest
}: LinkProps & { readonly path: string; readonly claim: string }): JSX.Element {
  return <Link href={claimAddress(useReader().links, { path, claim })} {...rest} />;
}

export function EntityLink({ id, ...rest }: LinkProps & { readonly id: string }): JSX.Element {
  return <Link href={useReader().links.entity(id)} {...rest} />;
}

/** A name or title: what is written from right to left is set so, and does not turn round what stands beside it. */
export const Name = ({ children }: { readonly children: string }): JSX.Element => <bdi>{children}</bdi>;

/** For those who hear the page. */
export const Heard = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <span class="heard">{children}</span>
);

export function Empty({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p class="empty">{children}</p>;
}

/** Moves the focus between the marks of one row by the arrow keys, so that a picture of hundreds is one stop. */
export function rove(event: {
  readonly key: string;
  readonly currentTarget: unknown;
  readonly target: unknown;
  preventDefault(): void;
}): void {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
  const row = event.currentTarget as Row;
  const marks = [...row.querySelectorAll('[data-mark]')];
  const at = marks.indexOf(event.target as Mark);
  const step = steps[event.key];
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? marks.length - 1 : step === undefined ? -1 : at + step;
  if (at < 0 || !marks[to]) return;
  event.preventDefault();
  marks[at]!.setAttribute('tabindex', '-1');
  marks[to]!.setAttribute('tabindex', '0');
  marks[to]!.focus();
}

/** As much of an element as is needed: the page is also drawn where there is none. */
interface Mark {
  focus(): void;
  setAttribute(name: string, value: string): void;
}
interface Row {
  querySelectorAll(selector: string): Iterable<Mark>;
}

/** About; Han characters are twice as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e7f ? 12 : 6.8), 0);

/** Whether the arrow keys go from mark to mark: a page without scripts leaves each its own stop. */
export const Roving = createContext(false);

/** What makes an element a mark, by its number: one stop for all of them where the arrow keys do the rest. */
export function useMarks(): (number: number) => object {
  const roving = useContext(Roving);
  return (number) => ({ 'data-mark': true, ...(roving && { tabIndex: number === 0 ? 0 : -1 }) });
}

/** Draws a mark that does something here, and is no link: SVG has no button. */
export function SvgButton({
  label,
  act,
  number,
  children,
}: {
  readonly label: string;
  readonly act: () => void;
  readonly number: number;
  readonly children: ComponentChildren;
}): JSX.Element {
  const markProps = useMarks();
  const props = {
    role: 'button',
    'aria-label': label,
    ...markProps(number),
    tabIndex: number === 0 ? 0 : -1,
    onClick: act,
    onKeyDown: (event: { readonly key: string; preventDefault(): void }) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      act();
    },
  } as const;
  return (
    <g class="narrow" {...props}>
      {children}
    </g>
  );
}

/** Marks of a picture that belong together, walked by the arrow keys. */
export function SvgGroup({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const props = { role: 'group', 'aria-label': label, onKeyDown: rove } as const;
  return <g {...props}>{children}</g>;
}

/** What a picture says twice. */
export function SvgUnheard({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const props = { 'aria-hidden': true } as const;
  return <g {...props}>{children}</g>;
}

/** Whether a time is drawn as long as it may be, and not as a point: in pixels. */
export const isLong = (from: number, to: number): boolean => to - from > 14;
