package io.tallystick.query.access;

import static io.tallystick.readmodel.Tables.MEMBER;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Record;

/// A member in a list.
///
/// @param id made by the server
/// @param email where it is written to, and what it signs in with
/// @param name what people call it
/// @param role `owner`, `admin`, `manager`, `viewer` or `publisher`
/// @param createdAt when it accepted its invitation
public record MemberItem(UUID id, String email, String name, String role, Instant createdAt) {

    static MemberItem of(Record row) {
        return new MemberItem(
                row.get(MEMBER.MEMBER_ID),
                row.get(MEMBER.EMAIL),
                row.get(MEMBER.NAME),
                row.get(MEMBER.ROLE),
                row.get(MEMBER.CREATED_AT));
    }
}
