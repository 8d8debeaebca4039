import { optional, struct, boolean } from '../../model/shape.ts'

/** How much of each tape is read. */
export const tapeInventorySpec = () => struct({ IsQuick: optional(boolean()) })
