/** Whether what a claim says is over: it is marked as ended, or its quote has "former" before the position. Knows words, no places. */

import type { Records } from '../../core/records.ts';
import type { Statement } from './statement.ts';

/** It held before its time and no longer does: section 5 of the format. */
export function hasEnded(statement: Statement, records: Records): boolean {
  const { claim, property } = statement;
  if (claim.ended) return true;
  if (!property.value.includes('position') || !MARKED.test(claim.quote)) return false;
  const places = titlesOf(statement, records).flatMap((title) => placesOf(claim.quote, title));
  if (places.length === 0) return isFormer(claim.quote, claim.quote.length) || hasMark(claim.quote);
  return places.every((place) => isFormer(claim.quote, place));
}

/** Quick to say of most quotes that there is nothing in them. */
const MARKED = /former|erstwhile|\bex[-‐‑–—]|\blate\b|\bthen\b|[前原]|时任|時任|已故/i;

function titlesOf({ claim, meaning }: Statement, records: Records): readonly string[] {
  const { data } = claim;
  const written = data?.kind === 'languages' ? Object.values(data.texts) : data?.kind === 'text' ? [data.text] : [];
  const record = meaning.kind === 'entity' ? records.get(meaning.id) : undefined;
  const names = record ? [...record.names, ...record.aliases].map(({ text }) => text) : [];
  return [...written, ...names].filter((title) => title.trim() !== '');
}

function placesOf(quote: string, title: string): readonly number[] {
  const [text, sought] = [quote.toLowerCase(), title.toLowerCase()];
  // A few capitals have small letters of another length: offsets would no longer agree.
  if (text.length !== quote.length) return [];
  const places: number[] = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) places.push(at);
  return places;
}

/** As much of a quote as can stand between the mark and the position: "former U.N. deputy special", 前外交部新闻司. */
const REACH = 60;
const STOP = /[,;:!?()，。；：！？、（）\n]|\. (?=\p{Lu})/u;
/** What says that the position is held all the same, or that another one is spoken of. */
const NOW = /\b(?:now|current(?:ly)?|incumbent|present|new|newly|as|and|who|by|to)\b|现|現|今|新任|接替|继任|和|与|及/i;
const FORMER = /\b(?:former|formerly|erstwhile)\b/gi;
/** "then Foreign Minister", "the late President": nothing but the words of a title in between. */
const ADJACENT = /(?:\b(?:[Tt]hen|[Ll]ate)[- ]|\b[Ee]x[-‐‑–—] ?)(?:\p{Lu}[\p{L}.'’-]* ){0,4}$/u;
/** 目前, 以前, 三年前 and 提前 are no former anything; neither are 太原, 中原 and 原则. */
const HAN =
  /(?:(?<![目以此之日当當眼先空从從生面提跟年月周天\d])前(?![往来來后後线線景进進提方])|(?<![太中平草高还還复復])原(?![则則本因来來料子油住])|[时時]任|已故)/gu;

function isFormer(quote: string, place: number): boolean {
  const from = Math.max(0, place - REACH);
  const reach = quote.slice(from, place);
  const before = reach.split(STOP).at(-1) ?? '';
  return ADJACENT.test(before) || between(before, FORMER) || between(before, HAN);
}

/** Whether the last mark in `before` is followed by nothing that takes it back. */
function between(before: string, mark: RegExp): boolean {
  const last = [...before.matchAll(mark)].at(-1);
  return last !== undefined && !NOW.test(before.slice(last.index + last[0].length));
}

const hasMark = (quote: string): boolean => [FORMER, HAN].some((mark) => [...quote.matchAll(mark)].length > 0);
