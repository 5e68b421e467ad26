-- Which processes work on projections. Each says once a second that it is there, by this server's clock, so that the segments are shared between those who are.

create table read_model.projection_node (
    node    text        not null primary key,
    seen_at timestamptz not null default now()
);

comment on table read_model.projection_node is 'a node that is not seen any more loses its claims in token_entry, then its row';
