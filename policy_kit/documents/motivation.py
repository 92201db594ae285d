"""Motivation: how pay depends on the result, what is given and said for good work, and how much each product counts."""

from typing import Literal

from policy_kit.documents.text import Document, Id, InForce, Text, Words


class Pay(Document):
    """How the pay of a post is made up."""

    post: Id
    """The short name of the post."""
    fixed: int | float
    """The fixed part of the pay, in percent."""
    by_result: int | float
    """The part that depends on the result, in percent; both together are 100."""
    result: Text | None = None
    """By what the result is measured."""


class Reward(Document):
    """Something that is given or said for good work."""

    id: Id
    """The short name of the reward, unique within the document."""
    title: Text
    """The name of the reward."""
    earned_by: Text
    """For what one gets it, so that everyone can see whether it was earned."""
    worth: Text | None = None
    """How much it is worth, or what it consists of."""
    posts: tuple[Id, ...] = ()
    """The posts that can get it, by their short names; left out, everybody can."""
    decided_by: Id | None = None
    """The short name of the post that decides."""
    every: Text | None = None
    """How often: day, week, month, quarter, year, or your own words."""


class Exclusion(Document):
    """Something that the company does not give."""

    id: Id
    """The short name of the entry, unique within the list."""
    text: Text
    """What is not given, for example “jewellery”."""
    why: Text | None = None
    """Why not."""


class Product(Document):
    """A product or a service, and how much it counts when a contribution to the plan is worked out."""

    id: Id
    """The short name of the product, unique within the list; the sales records call it by this name."""
    title: Text
    """The name of the product or service."""
    weight: int | float
    """How much it counts: a share in percent or a factor, as `weights` says."""
    locomotive: bool = False
    """Whether it is a “locomotive” (true): a main product that brings the profit and pulls the others along."""
    why: Text | None = None
    """Why it has this weight."""


class Motivation(InForce):
    """How good work with clients is rewarded. Lives in standards/motivation.yml; not for clients."""

    kind: Literal["motivation"]
    """Always “motivation”."""
    id: Id = "motivation"
    """The short name of the document."""
    owner: Id
    """The short name of the post that answers for it."""
    intro: Text | None = None
    """What we reward, and what we do not."""
    pay: tuple[Pay, ...] = ()
    """How pay is made up, post by post: a fixed part and a part by result."""
    bonuses: tuple[Reward, ...] = ()
    """Rewards in money."""
    gifts: tuple[Reward, ...] = ()
    """Gifts from the company, for example a household appliance, a gift certificate or tickets."""
    not_given: tuple[Exclusion, ...] = ()
    """What may not be given: for example personal items, clothes and jewellery."""
    recognition: tuple[Reward, ...] = ()
    """Rewards that cost no money: public recognition, employee of the month."""
    weights: Literal["shares", "factors"] = "factors"
    """What the weights of products are: shares (in percent, together 100) or factors (1 is the usual product)."""
    products: tuple[Product, ...] = ()
    """The products or services with their weights, the most important first."""
    source: Words | None = None
    """Where the rules come from, if not from the company itself."""
    internal: bool = True
    """Whether it stays out of the public handbook (true or false); left out, it does."""
