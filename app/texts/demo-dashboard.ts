// The words of the demo's dashboard: pages that imitate the provider's, and the user's phone and inbox.
import english from './en/demo-dashboard.json';
import { texts } from './texts';

export const dashboardTexts = texts('demo-dashboard', english);
