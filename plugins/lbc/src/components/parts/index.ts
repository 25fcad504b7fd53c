export { CopyButton } from './CopyButton';
export { CopyTextButton } from './CopyTextButton';
export { CopyableCode } from './CopyableCode';
export { DataTable } from './DataTable';
export type { DataRow } from './DataTable';
export { Disclosure } from './Disclosure';
export { Notice } from './Notice';
export { Section, SectionsOf } from './Section';
export { SeparatedList } from './SeparatedList';
