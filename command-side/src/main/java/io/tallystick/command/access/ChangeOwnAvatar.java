package io.tallystick.command.access;

import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.picture.Png;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a member another picture, or none.
///
/// @param avatar what [io.tallystick.edge.picture.PictureStudio] made; null to have none
public record ChangeOwnAvatar(Team team, UUID memberId, @Nullable Png avatar, Instant at) {

    public static ChangeOwnAvatar to(Member member, Png avatar, Instant at) {
        return new ChangeOwnAvatar(member.team(), member.memberId(), avatar, at);
    }

    public static ChangeOwnAvatar toNone(Member member, Instant at) {
        return new ChangeOwnAvatar(member.team(), member.memberId(), null, at);
    }
}
