export { countCalls, FleetProcess } from './FleetProcess';
export type { Calls } from './FleetProcess';
export type { FleetSpec } from './worlds';
