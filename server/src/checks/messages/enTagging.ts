/** What the editor says in tagging, in English. Knows no finding. */

export const tagging: Readonly<Record<string, string>> = {
  'tag-as': 'Tag “{text}” as…',
  'tag-otherwise': 'Tag “{text}” as another entity…',
  'tag-fix': 'Tag “{text}” as {name}: {notes}',
  'untag-fix': 'Untag “{text}”: {notes}',

  'tagging-way-name': 'By its name',
  'tagging-way-form': 'As a name in this document',
  'tagging-way-alias': 'As an alias in its record, for every document',
  'tagging-way-here': 'Only here',
  'tagging-way-sic': 'As the source’s own error',
  'tagging-way-everywhere': 'Wherever it stands in this document',
  'tagging-way-place': 'Only here',

  'tagging-declares': 'declares {id}',
  'tagging-form': 'adds “{text}” to the names of {id} in this document',
  'tagging-alias': 'adds “{text}” to the aliases of {id}',
  'tagging-here': 'anchors this one place to {id}',
  'tagging-sic': 'keeps “{text}” as the source’s own error for {id}',
  'tagging-replaces': 'declares {id} in place of {old}',
  'tagging-withdraws': 'takes “{text}” away from {id}',
  'tagging-denies': '“{text}” is no mention of {id}',
  'tagging-removes': '{id} is no longer declared: nothing else here is about it',
  'tagging-creates': 'creates {id} in {path}',
  'tagging-nothing': 'tagged so already',

  'tagging-no-document': 'This file is no document of a corpus, so nothing can be tagged in it.',
  'tagging-broken':
    'The front matter of this document cannot be read, so nothing was written into it. Correct it first.',
  'tagging-front-matter': 'The selection lies in the front matter. Names are tagged in the text below it.',
  'tagging-nothing-here': 'There is no name here. Select the words that are the mention.',
  'tagging-too-long': 'This is too long for a mention. Select the name alone.',
  'tagging-not-tagged': '“{text}” is not tagged, so there is nothing to take back.',
  'tagging-sic-already': '“{text}” is marked as the source’s own error already.',
  'tagging-sic-listed':
    '“{text}” is a listed name of {id}, so it cannot be an error of the source. If it is one, take it out of the record first.',
  'tagging-changed': 'The text has changed meanwhile, so nothing was written. Try again.',
  'tagging-already': '“{text}” is a mention of {id} already.',
  'tagging-cannot-write':
    'The front matter is written in a way that cannot be changed safely here, so nothing was written.',
  'tagging-cannot-write-record': 'The record of {id} cannot be changed safely, so nothing was written.',
  'tagging-overlapped':
    'That would not make this passage what you want, or would lose other mentions: a longer name takes the place, or the same words stand for another. Nothing was written; “Only here” may work.',
  'tagging-no-record': 'No record has the id “{id}” any more.',
  'tagging-no-record-file':
    'The settings of this corpus leave no file for a new record. See “entities” in concord.yaml.',
  'tagging-no-type': 'There is no type “{type}”.',
  'tagging-no-name': 'A record needs a name.',
};
