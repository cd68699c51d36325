declare module "*.css" {
  const text: string;
  export default text;
}
/** The hash of what is loaded later: a new build is never answered from an old cache. */
declare const BUILD: string;
