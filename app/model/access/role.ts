// The roles of consumers. Which operations each one may ask for is in app/gateway/roles.ts.
import { z } from 'zod';
import { roles } from './consumer-facts';

export const roleSchema = z.enum(roles);
