package io.tallystick.command.access;

import io.tallystick.edge.lookup.Avatars.Avatar;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a member another picture, or none.
///
/// @param avatar what [AvatarStudio] made; null to have none
public record ChangeOwnAvatar(Team team, UUID memberId, @Nullable Avatar avatar, Instant at) {

    public static ChangeOwnAvatar to(Member member, Avatar avatar, Instant at) {
        return new ChangeOwnAvatar(member.team(), member.memberId(), avatar, at);
    }

    public static ChangeOwnAvatar toNone(Member member, Instant at) {
        return new ChangeOwnAvatar(member.team(), member.memberId(), null, at);
    }
}
