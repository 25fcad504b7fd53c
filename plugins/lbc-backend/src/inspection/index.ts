export { InspectionSlot } from './InspectionSlot';
export { lbcInspectionExtensionPoint } from './types';
export type {
  InspectedSubject,
  LbcInspection,
  LbcInspectionExtensionPoint,
  LbcInventory,
} from './types';
