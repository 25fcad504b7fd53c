export interface Config {
  /** LBC for Backstage. */
  lbc?: object;
}
