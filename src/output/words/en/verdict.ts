/** The English of the verdict: what it hangs on. */

export const verdict = {
  outweighs: (saved: string, extra: string) =>
    `A person costs ${saved} less in bijstand and ${extra} more in programme. It stops paying once the programme costs more than ${saved} extra.`,
  outweighsNot: (saved: string, extra: string) =>
    `A person costs ${saved} less in bijstand and ${extra} more in programme. It would pay if the programme cost less than ${saved} extra.`,
  bothLess: (bijstand: string, programme: string) =>
    `A person costs ${bijstand} less in bijstand and ${programme} less in programme.`,
  bothMore: (bijstand: string, programme: string) =>
    `A person costs ${bijstand} more in bijstand and ${programme} more in programme.`,
  programmeLess: (bijstand: string, programme: string) =>
    `A person costs ${bijstand} more in bijstand and ${programme} less in programme.`,
  doubt: {
    bijstand: (interval: string) => `Most of the doubt is in the bijstand${interval}.`,
    programme: (interval: string) => `Most of the doubt is in what the programme costs${interval}.`,
  },
  influences: (names: string) => `Of the assumptions, it hangs most on ${names}.`,
  influence: (name: string, share: string) => `${name} (${share} of the spread)`,
  noInfluence: (draws: string) =>
    `No single assumption stands out in ${draws} parameter draws; more draws may tell.`,
};
