import { apiRoutes } from './api-routes.ts'
import { Operations } from '../../operations/operations.ts'

/** Everything that EM's clients may ask of a server. */
export const served = new Operations(apiRoutes)
