/**
 * What the build puts in the place of packages that the protocol's library brings along and is never asked for here: a
 * validator that makes code of schemas, and the older version of the schema library. Without a build the library has its
 * own, and it makes no difference.
 */

const unused = (): never => {
  throw new Error('left out of this build');
};

export default unused;
export const zodToJsonSchema = unused;
export const object = unused;
