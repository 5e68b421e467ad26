-- Every installation starts with one tenant, and its creation is a fact like any other.

insert into event_log.entry (position, kind, id, type, revision, tenant_id, stream_type, stream, sequence, payload, metadata, message_at)
values (
    1, 'fact', '01900000-0000-7000-8000-0000000000fe', 'access.PartnerCreated', '1',
    '01900000-0000-7000-8000-000000000001', 'Partner', '01900000-0000-7000-8000-000000000001', 0,
    convert_to('{"partnerId":"01900000-0000-7000-8000-000000000001","key":"default","name":"Default partner"}', 'UTF8'),
    convert_to('{"tenantId":"01900000-0000-7000-8000-000000000001","actorType":"system","actorId":"installation"}', 'UTF8'),
    now()
);
