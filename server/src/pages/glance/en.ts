/** The English words of a corpus at a glance. */

import type { GlanceWords } from './words.ts';

const figures = new Intl.NumberFormat('en');
const n = (value: number): string => figures.format(value);
const plural = (count: number, one: string, many = `${one}s`): string => `${n(count)} ${count === 1 ? one : many}`;

export const en: GlanceWords = {
  title: 'Corpus at a Glance',
  views: 'Views',
  timeline: 'Timeline',
  network: 'Network',
  matrix: 'Sources and claims',
  loading: 'Reading the corpus…',
  none: 'There is no corpus to look at. Open a folder with a concord.yaml, or create one with “Concord: Create Corpus Here…”.',
  number: n,
  documents: (count) => plural(count, 'document'),
  mentions: (count) => plural(count, 'mention'),
  claims: (count) => plural(count, 'claim'),
  more: (count) => `and ${n(count)} more`,
  showMore: (count) => `Show ${n(count)} more`,
  name: 'Name',
  type: 'Type',
  untyped: 'without a type',
  list: (parts) => parts.join(', '),
  scope: {
    label: 'What is looked at',
    from: 'From',
    to: 'To',
    hint: 'A year, month or day: 2022, 2022-10, 2022-10-20',
    noDate: 'This is no date. Write a year, month or day: 2022, 2022-10, 2022-10-20.',
    documents: 'Documents',
    documentsHint: 'Words of a title or path',
    all: 'Show everything',
    nothing: 'Nothing lies in what is looked at. Widen the time, or name other documents.',
  },
  time: {
    summary: ({ documents, undated, events, contradictory }) =>
      [
        plural(documents, 'document') + (undated > 0 ? `, ${n(undated)} without a date` : ''),
        plural(events, 'event') +
          (contradictory > 0 ? `, ${n(contradictory)} with dates that contradict one another` : ''),
      ].join(' · '),
    picture: 'Timeline of documents and events',
    published: 'Documents',
    happened: 'Events',
    lessExact: 'with a less exact date',
    bar: (time, documents, claims) => `${time}: ${plural(documents, 'document')}, ${plural(claims, 'claim')}`,
    narrow: (bar) => `${bar}. Look at this time only.`,
    contradictory: 'the dates contradict one another',
    dateOf: (name, date, sources) => `${name}: ${date}${sources > 1 ? `, said ${n(sources)} times` : ''}`,
    recorded: 'in its record',
    documentList: 'Documents as a list',
    eventList: 'Events as a list',
    date: 'Date',
    document: 'Document',
    event: 'Event',
    dates: 'Dates that are claimed',
    claims: 'Claims',
    undated: 'no date',
    moreDates: (count) => `and ${plural(count, 'further date')}`,
    tooMany: (shown, all) => `The first ${n(shown)} of ${n(all)}. Look at a shorter time to see the others.`,
    tooManyEvents: (shown, all) =>
      `The first ${n(shown)} of ${n(all)} events. Look at a shorter time to see the others.`,
    noDocuments:
      'The corpus has no documents yet. Put texts into its folder, or take one in with “Concord: Import Document…”.',
    noDates: (documents) =>
      documents === 1
        ? 'The one document has no date, so there is no time to draw. Write it into the front matter: date: 2022-10-20.'
        : `None of the ${n(documents)} documents has a date, so there is no time to draw. Write it into their front matter: date: 2022-10-20.`,
    noEvents:
      'No event has a date yet. Claim when one was held (property: held-on), or write it as a fact into its record.',
  },
  net: {
    summary: (entities, connections, documents, all) =>
      `${plural(entities, 'entity', 'entities')}, ${plural(connections, 'connection')}, from ${
        documents === all ? plural(documents, 'document') : `${n(documents)} of ${plural(all, 'document')}`
      }`,
    left: (entities, connections) =>
      `Left out: ${[
        ...(entities > 0 ? [`the ${plural(entities, 'entity', 'entities')} least spoken of`] : []),
        ...(connections > 0 ? [`the ${plural(connections, 'weakest connection')}`] : []),
      ].join(' and ')}. Look at less to see them.`,
    picture: 'Network of entities',
    keys: 'Arrow keys go to the nearest entity in that direction, Enter opens it, plus and minus zoom, 0 shows all.',
    types: 'Types',
    by: 'Connected by',
    byEither: 'mentions and claims',
    byMentions: 'being mentioned in one document',
    byClaims: 'a claim that names both',
    search: 'Find an entity',
    searchHint: 'Any name, in any script, or pinyin',
    found: (count) =>
      count === 0 ? 'No entity here has such a name.' : `${plural(count, 'entity', 'entities')} found`,
    table: 'Entities as a list',
    connections: 'Connections',
    mentions: 'Mentions',
    claims: 'Claims',
    documents: 'Documents',
    showOf: (name) => `Show the connections of ${name}`,
    nothingChosen:
      'Choose an entity, in the picture or in the list, to see what it is connected with and where that is said.',
    connectionsOf: (count) => plural(count, 'connection'),
    sort: 'Order',
    sortStrength: 'the strongest first',
    sortName: 'by name',
    together: (documents, claims) =>
      [
        ...(documents > 0 ? [plural(documents, 'document')] : []),
        ...(claims > 0 ? [plural(claims, 'claim')] : []),
      ].join(', '),
    chosen: (name, type, connections) => `${name}, ${type}, ${plural(connections, 'connection')}`,
    appears: 'Appears in',
    settling: 'The picture is being laid out…',
    settled: 'The picture is laid out.',
    noPicture: 'The picture needs WebGL, which this window does not have. The list below says the same.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show all',
    nobody:
      'No document mentions an entity that has a record. Select a name in a document and choose “Concord: Tag as…”.',
    alone: 'One entity alone. A connection appears when a document mentions two, or a claim names two.',
    unconnected:
      'None of these entities is connected with another. A connection appears when a document mentions two, or a claim names two.',
  },
  agree: {
    summary: (rows, disagreements) =>
      `${plural(rows, 'thing')} spoken of; ${
        disagreements > 0 ? `on ${n(disagreements)} of them the sources disagree` : 'nobody disagrees'
      }`,
    caption: 'What each source says of the same thing',
    subject: 'Subject and property',
    show: 'Show',
    shows: { disagreements: 'disagreements only', shared: 'what several claims speak of', all: 'everything' },
    by: 'Columns',
    bys: { documents: 'documents', publishers: 'publishers' },
    about: 'Subject or property',
    legend: 'Signs',
    marks: {
      conflict: 'contradicted by another',
      tension: 'in tension with another',
      refinement: 'another is more or less exact',
      agreement: 'another says the same',
      alone: 'not compared: another time, scope or nobody else',
    },
    side: (letter) => `side ${letter}`,
    sides: (count) => plural(count, 'side'),
    sources: (count) => plural(count, 'source'),
    records: 'Records',
    nobody: 'No publisher named',
    others: (count, by) => `${n(count)} other ${by === 'documents' ? 'documents' : 'publishers'}`,
    silent: 'says nothing of it',
    page: (page, pages) => `Page ${n(page)} of ${n(pages)}`,
    previous: 'Previous page',
    next: 'Next page',
    noRows:
      'No two claims speak of the same thing yet. Claim the same property of the same subject in two documents, and it stands here side by side.',
    noDisagreements: 'Nothing contradicts anything here.',
  },
};
