export { CleanUp } from './CleanUp';
export { WhatIf } from './WhatIf';
