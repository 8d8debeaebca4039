import { enumeration } from '../../model/shape.ts'

// How a point was made, and what it is of a chain: in EM's order, by which filters compare.

export const algorithm = () => enumeration('Full', 'ReversedIncremental', 'Incremental', 'SyntheticFull')

/** Of what is kept in backup files. */
export const restorePointType = () => enumeration('Full', 'Increment', 'ReverseIncrement')

/** Of what is kept as snapshots of a replica. */
export const replicaPointType = () => enumeration('Full', 'ReverseIncrement', 'Increment', 'Snapshot')
