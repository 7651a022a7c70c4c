/** Whether what a claim says is over: it is marked as ended, or has "former" before the position. Knows words, no places. */

import type { ClaimFacts } from '../../core/facts.ts';
import type { Records } from '../../core/records.ts';
import type { Property } from '../../core/vocabulary.ts';

/**
 * It held before its time and no longer does: section 5 of the format. `office` is the position record that its value
 * names, if it names one.
 */
export function hasEnded(claim: ClaimFacts, property: Property, office: string | undefined, records: Records): boolean {
  if (claim.ended) return true;
  if (!property.value.includes('position')) return false;
  const written = writtenTitles(claim);
  if (written.some((title) => isMarked(title))) return true;
  if (!MARKED.test(claim.quote)) return false;
  const titles = [...written, ...namesOf(office, records)].filter((title) => title.trim() !== '');
  const places = titles.flatMap((title) => placesOf(claim.quote, title));
  if (places.length === 0) return isFormer(claim.quote, claim.quote.length) || hasMark(claim.quote);
  return places.every((place) => isFormer(claim.quote, place));
}

/** Quick to say of most quotes that there is nothing in them. */
const MARKED = /former|erstwhile|\bex[-‐‑–—]|\blate\b|\bthen\b|[前原]|时任|時任|已故/i;

const writtenTitles = ({ data }: ClaimFacts): readonly string[] =>
  data?.kind === 'languages' ? Object.values(data.texts) : data?.kind === 'text' ? [data.text] : [];

function namesOf(office: string | undefined, records: Records): readonly string[] {
  const record = office === undefined ? undefined : records.get(office);
  return record ? [...record.names, ...record.aliases].map(({ text }) => text) : [];
}

/** A title that says so itself: “former director”, 前主席. */
const isMarked = (title: string): boolean => OPENING.test(title) || title.search(HAN) === 0;

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
/** At the beginning of a title. Whoever is a member ex officio is one now. */
const OPENING = /^(?:(?:the|an?) )?(?:(?:former|erstwhile) |ex[-‐‑–—](?!officio))/i;
/**
 * 目前, 以前, 三年前 and 提前 are no former anything, nor are 太原 and 中原; 前台, 前锋, 原则 and 原告 are words of their own, but
 * 前台湾…, 前卫生部… and 原住建部… are not.
 */
const HAN =
  /(?:(?<![目以此之日当當眼先空从從生面提跟年月周天\d])前(?![往来來後后線线景進进提方锋鋒端沿言哨列途]|[台臺](?![湾灣北])|[卫衛](?![生星视視]))|(?<![太中平草高还還复復])原(?![则則本因来來料子始野告版创創件址籍状狀型画畫声聲点點]|油(?!田)|住民|作者|教旨))|[时時]任|已故/gu;

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
