package io.tallystick.command.access;

import io.tallystick.edge.lookup.Team;
import java.util.UUID;

/// Signs a member out everywhere.
public record EndOwnSessions(Team team, UUID memberId) {}
