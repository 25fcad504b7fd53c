export { loadBalancersOf, untilState } from './api';
export { axeIn } from './axe';
export { mutations, step } from './fleet';
export { at, json } from './json';
export { freePorts } from './ports';
export { StartedPortal } from './StartedPortal';
export { NARROW, Visitor, WIDE } from './Visitor';
export type { Theme } from './Visitor';
