/**
 * Counts changes of the rules that can change a state. Transitions that come
 * with a new number are marked as caused by rules, and replicas with an older
 * one do not write.
 * @public
 */
export const RULES_VERSION = 4;
