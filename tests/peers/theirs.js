// Draws a post with npm @automattic/social-previews, as its README shows each component.

import { createElement } from "react";
import { createRoot } from "react-dom/client";
import * as peers from "@automattic/social-previews";

const AVATAR = "/peers/avatar.svg";

/** The component of a network with a post's parts as its properties. */
function preview(network, post, { author, date }) {
  const media = post.media?.map(({ src, alt }) => ({ type: "image/svg+xml", url: src, alt }));
  const { url = "", title = "", description = "", image } = post.link ?? {};
  const page = { url, title, description, image };
  const all = { ...page, media, headingLevel: 4 };
  const user = { displayName: author.name, avatarUrl: AVATAR, address: `@${author.handle}` };
  const post_ = { name: author.name, profileImage: AVATAR, date: new Date(date), media };
  switch (network) {
    case "x": return [peers.TwitterPostPreview, { ...page, ...post_, screenName: `@${author.handle}`, text: post.text, cardType: "summary_large_image" }];
    case "linkedin": return [peers.LinkedInPostPreview, { ...all, ...post_, title: title || post.text, description: post.text, caption: post.text }];
    case "facebook": return [post.link && !media ? peers.FacebookLinkPreview : peers.FacebookPostPreview, { ...all, user, customText: post.text, caption: post.text }];
    case "instagram": return [peers.InstagramPostPreview, { ...post_, image: media?.[0]?.url ?? image, caption: post.text, url }];
    case "threads": return [peers.ThreadsPostPreview, { ...page, ...post_, name: author.handle, caption: post.text }];
    case "bluesky": return [peers.BlueskyPostPreview, { ...all, user: { ...user, address: author.handle }, customText: post.text, caption: post.text, appendUrl: false }];
    case "mastodon": return [peers.MastodonPostPreview, { ...all, user, customText: post.text, caption: post.text }];
    case "tumblr": return [peers.TumblrPostPreview, { ...all, user, customText: post.text, description: post.text, caption: post.text }];
    case "nextdoor": return [peers.NextdoorPostPreview, { ...all, ...post_, neighborhood: "", description: post.text, caption: post.text }];
    default: throw new Error(`no preview of ${network}`);
  }
}

window.drawTheirs = (element, network, post, about) => {
  const [component, properties] = preview(network, post, about);
  createRoot(element).render(createElement(component, properties));
};
