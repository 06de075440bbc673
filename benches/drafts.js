// Prints the posts of the bench as drafts, one a line: what the native engine is timed on.

import { posts } from "./posts.js";

for (const text of posts(1000)) console.log(JSON.stringify({ text, networks: ["x"] }));
