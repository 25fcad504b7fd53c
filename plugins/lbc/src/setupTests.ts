import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Queries by role compute styles in jsdom, which is slow where cores are few.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
