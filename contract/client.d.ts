// Generated from openapi.json by npm run contract; not to be edited.
export interface paths {
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in; the token goes into the Authorization header as Bearer
         * @description A device keeps what it is answered as `device` and sends it along next time: who guesses the same account elsewhere does not hold it up. `code` is the one of the second factor, or a recovery code. Whatever is wrong, the answer is the same. With `secondFactorNeeded` the session may do nothing but enrol a second factor.
         */
        post: operations["Sessions_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["Sessions_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may sign in; a disabled account may not */
        get: operations["Accounts_list"];
        put?: never;
        /**
         * Add an account; a username that exists with the same role is answered, never changed
         * @description Another administrator (system, security, audit) cannot sign in until somebody of security enables them.
         */
        post: operations["Accounts_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the colleagues are called who proposed or decided something */
        get: operations["Accounts_names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/disabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Nobody signs in with the account any more, and whoever is signed in is out at once */
        put: operations["Accounts_disable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/enabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The account may sign in again; sessions that ended stay ended */
        put: operations["Accounts_enable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A new password for somebody who has forgotten theirs; ends the sessions of the account */
        put: operations["Accounts_setPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign an account out everywhere, at once */
        delete: operations["Accounts_endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/unlocking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Forget the wrong tries for an account, so that it may be tried again */
        put: operations["SignInHelp_unlock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/vouched-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a person sign in on a new device while others guess their password
         * @description The device sends what is answered as `device` along with its first sign-in, within a quarter of an hour. The password is asked for all the same.
         */
        post: operations["SignInHelp_vouch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one’s own password, knowing the current one; the account’s other sessions end at once
         * @description Ten characters or more, not easily guessed, not the current one. Wrong tries are counted as at sign-in.
         */
        put: operations["OwnPassword_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to enrol one’s own second factor; asked again in this session it is the same */
        post: operations["SecondFactor_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enter the first code: from now on it is asked for at sign-in, and other sessions of the account end
         * @description The recovery codes are shown now and never again; each signs in once when the phone is lost.
         */
        put: operations["SecondFactor_confirm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take away the second factor of somebody who has lost it; they enrol a new one */
        delete: operations["SecondFactor_reset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Over which areas, sites and rounds an account exercises its role, and until when */
        get: operations["Scopes_of"];
        /**
         * Say what an account reaches; what is not named is withdrawn, at once
         * @description Of one kind any key will do, of several kinds each must. What was lent in an emergency is left alone.
         */
        put: operations["Scopes_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked for, newest first; a site lead is shown their own */
        get: operations["BreakGlass_list"];
        put?: never;
        /** Ask, in an emergency, to see more than one’s scope for up to thirty minutes */
        post: operations["BreakGlass_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let somebody see what they asked for; nobody approves their own */
        put: operations["BreakGlass_approve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** End it before its time, or refuse it; a site lead ends their own */
        put: operations["BreakGlass_end"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, the latest first
         * @description Reading the journal is itself journalled: which filter, how many entries, from which to which.
         */
        get: operations["Journal_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the last verification of the whole journal found, and the ends of its chains
         * @description Reading it is itself journalled.
         */
        get: operations["Journal_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done with a person or seen of them, the latest first */
        get: operations["PersonJournal_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}/journal.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table for a spreadsheet, whole */
        get: operations["PersonJournal_spreadsheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The areas directly under one; without `parent` the top of the tree */
        get: operations["Areas_children"];
        /** Load many areas, all or none: a whole district, or the grids of a street */
        put: operations["Areas_load"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One area with everything above it */
        get: operations["Areas_one"];
        /** Register an area under an existing one (a new grid, say), or give it another name */
        put: operations["Areas_name"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in a ledger (CSV in UTF-8 or GB18030, or XLSX); it is read afterwards
         * @description Handing in the same ledger again is harmless.
         */
        post: operations["LedgerImports_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is, what it did, and the first of its row errors */
        get: operations["LedgerImports_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger-imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong in which line and column */
        get: operations["LedgerImports_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a resident code, as text and as a QR to print or show */
        post: operations["ResidentCodes_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A resident signs in with their code and the last four characters of their document
         * @description After some wrong endings (five where nothing else is set) the code signs nobody in any more; a grid worker issues a new one.
         */
        post: operations["ResidentCodes_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident-codes/{reference}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Revoke a code that was lost or shown by somebody else */
        put: operations["ResidentCodes_revoke"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident-code-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose code this is */
        post: operations["ResidentCodes_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident-code-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys with which a device checks codes while it is offline */
        get: operations["ResidentCodes_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find residents by ID number, phone or area, masked
         * @description For ID numbers and phones use POST /resident-searches: addresses end up in the logs of proxies.
         */
        get: operations["Residents_searchByQuery"];
        put?: never;
        /** Register one person; the same request with the same id again answers the same */
        post: operations["Residents_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find residents by ID number, phone or area, masked
         * @description Recommended over GET /residents: numbers in a body do not end up in the logs of proxies.
         */
        post: operations["Residents_searchByBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One resident, masked */
        get: operations["Residents_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}/unmasking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See fields of a resident in clear, with a reason
         * @description Written down before it is answered, and rationed: so many people an hour for each account (20 where nothing else is set). The same id with the same body again counts once.
         */
        post: operations["Residents_unmask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Note that somebody is here, away for now or has moved */
        put: operations["Residents_presence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rounds, newest first */
        get: operations["Rounds_list"];
        put?: never;
        /** Plan a round as a draft: its areas, window and pool policy */
        post: operations["Rounds_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One round */
        get: operations["Rounds_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the name, the deadline or settings of a round that has not ended */
        patch: operations["Rounds_change"];
        trace?: never;
    };
    "/api/v1/rounds/{id}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Open a round: sampling may begin */
        put: operations["Rounds_open"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Begin to close a round: what is under way is brought to its end */
        put: operations["Rounds_close"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close a round for good */
        put: operations["Rounds_end"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exemptions of this round, also the revoked ones */
        get: operations["Exemptions_list"];
        put?: never;
        /** Exempt a resident from this round, with the reason */
        post: operations["Exemptions_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/exemptions/{exemptionId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take an exemption back */
        put: operations["Exemptions_revoke"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/home-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask one person to go to the doors of these, or nobody any more; said twice it is once */
        put: operations["HomeVisits_assign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All sites: name, place, whether they are open and how long people wait */
        get: operations["Sites_list"];
        put?: never;
        /** Add a site with its lanes */
        post: operations["Sites_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One site */
        get: operations["Sites_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the name, address, bands of waiting or settings of a site, or whom it serves */
        patch: operations["Sites_change"];
        trace?: never;
    };
    "/api/v1/sites/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Open, pause (with the reason) or close a site */
        put: operations["Sites_setState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/coordinates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say where a site lies (WGS 84), so that people find the nearest */
        put: operations["Sites_place"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stations of a site, by number */
        get: operations["Sites_stations"];
        put?: never;
        /** Add a station (a table with one scanner and one collector) */
        post: operations["Sites_addStation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The opening hours of a site, latest first */
        get: operations["Sites_sessions"];
        put?: never;
        /** Plan opening hours, by day or by night */
        post: operations["Sites_planSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a pair on a station from when to when */
        post: operations["Shifts_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shift and its time on duty */
        get: operations["Shifts_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** End a shift now */
        put: operations["Shifts_end"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/device-enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A one-time code for one device: told once, good for ten minutes and five tries at most */
        post: operations["Devices_makeCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol this device with its code and the public key that it made
         * @description The key signs {"enrolmentId":…,"id":…} (ECDSA P-256, SHA-256, r and s in base64url). The device works once a second person has approved it.
         */
        post: operations["Devices_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A device and its certificate */
        get: operations["Devices_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a device in: by somebody who neither made its code nor enrolled it */
        put: operations["Devices_approve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let the certificate of a device run anew from now */
        put: operations["Devices_renew"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take nothing from this device from now on */
        put: operations["Devices_revoke"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/device-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over what a device did: one outcome per act, also when it is sent again
         * @description The device's key signs the canonical JSON (keys in order, no spaces) of everything but the signature; no session is needed. Each act is kept, whatever rule it breaks; those of a device that may not speak are held (`held`) until somebody has decided about them.
         */
        post: operations["Batches_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The devices of a site: state, last contact, counter, and how many acts are missing */
        get: operations["Batches_ofSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/holes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is missing in a device's sequence, run by run */
        get: operations["Batches_holes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The books of a device: received = accepted + exceptions + refused */
        get: operations["Batches_booksOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/held-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a stopped, expired or unapproved device has brought: held until somebody decides */
        get: operations["HeldBatches_ofDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/held-batches/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take a held batch over, or set it aside
         * @description With `throughSeq` only the acts up to that number of the device's own sequence. More can be taken later, what was taken stays.
         */
        put: operations["HeldBatches_decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/working-set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the device takes along to work without a network, part by part, packed
         * @description Somebody of the site is signed in, and the device signs {"after":…,"deviceId":…,"since":…,"version":…} with those that it sends. Masked residents with blind keys of this device alone; with `since` what has changed.
         */
        get: operations["WorkingSet_part"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join the queue: number, people ahead, wait range */
        post: operations["Tickets_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a ticket is; whoever knows its id holds it */
        get: operations["Tickets_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Call a ticket out again */
        put: operations["Tickets_recall"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/miss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Nobody came when the ticket was called */
        put: operations["Tickets_miss"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** They came back: wait again, a few places behind the front */
        put: operations["Tickets_return"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The party was sampled */
        put: operations["Tickets_serve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a ticket up */
        put: operations["Tickets_leave"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call the next one, or the next ten people, of the station’s lane */
        post: operations["Queue_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/queue/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** End today’s queue: no more tickets, whoever still waits is counted as left */
        put: operations["Queue_close"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/queue/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let tickets be taken again after today’s queue was closed */
        put: operations["Queue_reopen"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom to see to in a site’s queue now: the next in line, the called, the missed */
        get: operations["Queue_now"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/queue/books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a day’s tickets, by lane */
        get: operations["Queue_readBooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell everybody who waits something, until it expires */
        post: operations["Queue_announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/announcements/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take an announcement off the board */
        put: operations["Queue_withdraw"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tubes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open tubes of a station, for a device that was restarted */
        get: operations["Tubes_openAtStation"];
        put?: never;
        /** Open a tube at a station; the same tube again gives the same answer */
        post: operations["Tubes_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tubes/{barcode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tube and its members, masked, by place */
        get: operations["Tubes_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tubes/{barcode}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Seal a tube; the counted swabs are compared with the system */
        put: operations["Tubes_seal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tubes/{barcode}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put away an empty tube that was opened by mistake; its code is used up */
        put: operations["Tubes_discard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tubes/{barcode}/swabs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record one swab in the tube
         * @description The client makes the id before it sends. The same act again gives the same answer; another act under the same id is refused. The answer follows COMMIT.
         */
        post: operations["Swabs_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tubes/{barcode}/swabs/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Withdraw a registration while the tube is open; the swab keeps its place */
        put: operations["Swabs_void"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened and breaks a rule, the most urgent first */
        get: operations["Exceptions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exceptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One exception */
        get: operations["Exceptions_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exceptions/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** End an exception: how, and why */
        put: operations["Exceptions_resolve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exceptions/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who sees to an exception: a role at the site, or one person */
        put: operations["Exceptions_own"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/exception-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many exceptions of each kind a site has: open, overdue, resolved */
        get: operations["Exceptions_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exceptions/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the device really sent, masked: for the owner of the exception and the site lead */
        get: operations["ExceptionReadings_masked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exceptions/{id}/unmasking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same in clear, with a reason
         * @description Written down before it is answered; counts in the ration for people seen in clear.
         */
        post: operations["ExceptionReadings_unmask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Corrections of a site, the latest first */
        get: operations["Corrections_list"];
        put?: never;
        /**
         * Put right who is in which tube
         * @description In an open tube the pair does it at once. Once a tube is sealed, or the person may have an answer, it is proposed and takes effect when a second person approves it.
         */
        post: operations["Corrections_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One correction: who, why, what was before and what is now */
        get: operations["Corrections_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree as the second person; it takes effect, or is refused whole */
        put: operations["Corrections_approve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Refuse a proposed correction and say why */
        put: operations["Corrections_refuse"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take back what you proposed yourself */
        put: operations["Corrections_withdraw"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases about one person with what became of them */
        get: operations["Cases_ofPerson"];
        put?: never;
        /**
         * Say that somebody was swabbed and is not listed, or that a swab or answer is not theirs
         * @description A resident speaks for themselves or their ward, staff in somebody’s name. The same case again is the same.
         */
        post: operations["Cases_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Swabs of nobody at that site around that time */
        get: operations["Cases_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Settle a case; where it changes a tube, by a correction */
        put: operations["Cases_settle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tubes/{barcode}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a tube, in order: opened, swabs, sealed, corrections */
        get: operations["TubeHistory_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Boxes by site and state, a page at a time; for a laboratory those that are addressed to it */
        get: operations["Boxes_list"];
        put?: never;
        /** Open a box under the code printed on it; the same box again is harmless */
        post: operations["Boxes_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes/{code}/tubes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put sealed tubes into an open box, all of them or none */
        post: operations["Boxes_pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes/{code}/tubes/{barcode}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a tube out of a box that is not sealed yet; what was packed stays on record */
        put: operations["Boxes_remove"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes/{code}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Seal a box; the counted tubes are compared with the known ones */
        put: operations["Boxes_seal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A box, its tubes and its chain of custody */
        get: operations["Boxes_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes/{code}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a sealed box from its packer */
        put: operations["Handovers_dispatch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes/{code}/hub-arrival": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Leave a box at a hub */
        put: operations["Handovers_arrive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes/{code}/hub-departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a box on from a hub */
        put: operations["Handovers_depart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes/{code}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a box over from the courier who holds it */
        put: operations["Handovers_receive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tubes/{barcode}/loss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Declare a sealed tube lost before a laboratory had it; its members are asked to come again */
        put: operations["TubeLosses_declare"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clocks that have run out, the oldest first */
        get: operations["Alarms_current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All laboratories */
        get: operations["Labs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labs/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Add a laboratory, or give it another name */
        put: operations["Labs_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labs/{code}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works for a laboratory */
        get: operations["Labs_staffOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labs/{code}/staff/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** From now on this account acts for this laboratory, and for no other */
        put: operations["Labs_assign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt of a box */
        get: operations["Receipts_ofBox"];
        put?: never;
        /** Record what was in a box, tube by tube; missing and surplus tubes are kept as differences */
        post: operations["Receipts_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tubes that were missing from boxes or too much in them, the latest first, and what became of them */
        get: operations["Receipts_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What arrived in a box and where it differs from what was packed */
        get: operations["Receipts_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest reports, the newest first */
        get: operations["Reports_latest"];
        put?: never;
        /**
         * Hand in a report: whole or not at all, and once
         * @description JSON lines {barcode, outcome, testedAt, ct?, note?}; the first line may be a header {file, rows}. Or a table, CSV in UTF-8 or GB18030 or XLSX, with the headings 采样管编号 (barcode), 检测结果 (outcome), 检测时间 (tested at). Or HL7 v2 ORU^R01 messages, or a FHIR bundle of Observations.
         */
        post: operations["Reports_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/reports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What handing in this report would do, and what is wrong with it; nothing happens */
        post: operations["Reports_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a report; what is wrong with it, line by line */
        get: operations["Reports_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/report-reviews/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sign for what a colleague’s file says is positive
         * @description By the SHA-256 of the bytes of the file, as the preview tells it. Whoever hands the file in is somebody else; until then it is refused with positives-need-second-person, where the round asks for it.
         */
        put: operations["ReportReviews_sign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/contradictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outcomes that contradict what counts now and wait for a decision */
        get: operations["Contradictions_held"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/contradictions/{barcode}/{version}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Apply or dismiss a contradicting outcome; never by whoever uploaded it */
        put: operations["Contradictions_decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which gate the resident’s swab has passed in each round, and the outcome */
        get: operations["ResidentResults_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}/proofs/{roundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed proof of a negative answer, that a checkpoint verifies without a network */
        get: operations["Proofs_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proof-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys with which anybody verifies proofs */
        get: operations["Proofs_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{roundId}/recalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who must come back, the most urgent first */
        get: operations["Recalls_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{roundId}/recalls/{orderId}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who sees to it that the person comes */
        put: operations["Recalls_assign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{roundId}/answers/{residentId}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose to put a published answer right; it changes when a second person agrees */
        post: operations["Amendments_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which answers were or are to be put right by hand, the latest first */
        get: operations["Amendments_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/amendments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One amendment */
        get: operations["Amendments_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/amendments/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree as the second person, signed in as oneself: the new version is published */
        put: operations["Amendments_approve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/amendments/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Refuse an amendment and say why */
        put: operations["Amendments_refuse"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/amendments/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take one’s own amendment back while nobody has decided */
        put: operations["Amendments_withdraw"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}/merging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that this entry of the ledger and another one are the same person */
        post: operations["Mergings_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mergings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which entries were or are to be merged, the latest first */
        get: operations["Mergings_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mergings/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree as the second person: everything of the one entry becomes the other’s */
        put: operations["Mergings_approve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mergings/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Refuse a merging and say why */
        put: operations["Mergings_refuse"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a round is, by home area at one level; shares are named after their denominator */
        get: operations["Coverage_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who should have been sampled and was not, or has to come again, in the order of doors */
        get: operations["Coverage_missing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the tubes of a round are, how fast its sites work and what stands still */
        get: operations["Coverage_whereItStands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        BoardFrame: {
            /** Format: uuid */
            siteId: string;
            version: number;
            /** Format: date-time */
            asOf: string;
            site: {
                code: string;
                name: string;
                serves: string | null;
                /** @enum {string} */
                state: "open" | "paused" | "closed";
                pauseReason: string | null;
                timeZone: string;
            };
            /** @enum {string|null} */
            status: "clear" | "busy" | "crowded" | "resting" | null;
            /** @enum {string|null} */
            statusWord: "畅通" | "忙碌" | "拥堵" | "休息" | null;
            sessions: {
                /** @enum {string} */
                kind: "day" | "night";
                /** Format: date-time */
                opensAt: string;
                /** Format: date-time */
                closesAt: string;
                /** Format: date-time */
                lastEntryAt: string;
            }[];
            lanes: {
                /** @enum {string} */
                lane: "general" | "green";
                waitingTickets: number;
                waitingPeople: number;
                wait: {
                    fromMinutes: number;
                    toMinutes: number;
                } | null;
                nowCalling: {
                    label: string;
                    station: number;
                }[];
            }[];
            calls: {
                /** @enum {string} */
                lane: "general" | "green";
                station: number;
                labels: string[];
                /** Format: date-time */
                at: string;
            }[];
            missed: string[];
            announcements: {
                zh: string;
                en: string | null;
                /** Format: date-time */
                expiresAt: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Sessions_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    username: string;
                    password: string;
                    code?: string;
                    device?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        /** Format: date-time */
                        expiresAt: string;
                        staff: {
                            /** Format: uuid */
                            id: string;
                            username: string;
                            /** @enum {string} */
                            role: "admin" | "security" | "auditor" | "organiser" | "gridworker" | "sitelead" | "marshal" | "scanner" | "collector" | "packer" | "courier" | "lab";
                            displayName: string;
                        };
                        device: string;
                        secondFactorNeeded: boolean;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sessions_close: {
        parameters: {
            query?: never;
            header: {
                authorization: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Accounts_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            /** Format: uuid */
                            id: string;
                            username: string;
                            /** @enum {string} */
                            role: "admin" | "security" | "auditor" | "organiser" | "gridworker" | "sitelead" | "marshal" | "scanner" | "collector" | "packer" | "courier" | "lab";
                            displayName: string;
                            disabled: boolean;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Accounts_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    username: string;
                    /** @enum {string} */
                    role: "admin" | "security" | "auditor" | "organiser" | "gridworker" | "sitelead" | "marshal" | "scanner" | "collector" | "packer" | "courier" | "lab";
                    displayName: string;
                    password: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        username: string;
                        /** @enum {string} */
                        role: "admin" | "security" | "auditor" | "organiser" | "gridworker" | "sitelead" | "marshal" | "scanner" | "collector" | "packer" | "courier" | "lab";
                        displayName: string;
                        disabled: boolean;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Accounts_names: {
        parameters: {
            query: {
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        names: {
                            /** Format: uuid */
                            id: string;
                            displayName: string;
                            /** @enum {string} */
                            role: "admin" | "security" | "auditor" | "organiser" | "gridworker" | "sitelead" | "marshal" | "scanner" | "collector" | "packer" | "courier" | "lab";
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Accounts_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Accounts_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Accounts_setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Accounts_endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    SignInHelp_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    SignInHelp_vouch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        device: string;
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    OwnPassword_change: {
        parameters: {
            query?: never;
            header: {
                authorization: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    password: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    SecondFactor_begin: {
        parameters: {
            query?: never;
            header: {
                authorization: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        address: string;
                        svg: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    SecondFactor_confirm: {
        parameters: {
            query?: never;
            header: {
                authorization: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    SecondFactor_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Scopes_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scopes: {
                            kind: string;
                            key: string;
                            /** Format: date-time */
                            until: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Scopes_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scopes: ({
                        /** @enum {string} */
                        kind: "all";
                        /** @enum {string} */
                        key: "*";
                    } | {
                        /** @enum {string} */
                        kind: "area";
                        key: string;
                    } | {
                        /** @enum {string} */
                        kind: "site";
                        /** Format: uuid */
                        key: string;
                    } | {
                        /** @enum {string} */
                        kind: "round";
                        /** Format: uuid */
                        key: string;
                    })[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scopes: {
                            kind: string;
                            key: string;
                            /** Format: date-time */
                            until: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    BreakGlass_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            requestedBy: string;
                            reason: string;
                            scope: {
                                kind: string;
                                key: string;
                            };
                            minutes: number;
                            /** @enum {string} */
                            state: "asked" | "open" | "over";
                            /** Format: date-time */
                            requestedAt: string;
                            /** Format: uuid */
                            approvedBy: string | null;
                            /** Format: date-time */
                            approvedAt: string | null;
                            /** Format: date-time */
                            until: string | null;
                            /** Format: uuid */
                            endedBy: string | null;
                            /** Format: date-time */
                            endedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    BreakGlass_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    reason: string;
                    scope: {
                        /** @enum {string} */
                        kind: "all";
                        /** @enum {string} */
                        key: "*";
                    } | {
                        /** @enum {string} */
                        kind: "area";
                        key: string;
                    } | {
                        /** @enum {string} */
                        kind: "site";
                        /** Format: uuid */
                        key: string;
                    } | {
                        /** @enum {string} */
                        kind: "round";
                        /** Format: uuid */
                        key: string;
                    };
                    minutes: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        requestedBy: string;
                        reason: string;
                        scope: {
                            kind: string;
                            key: string;
                        };
                        minutes: number;
                        /** @enum {string} */
                        state: "asked" | "open" | "over";
                        /** Format: date-time */
                        requestedAt: string;
                        /** Format: uuid */
                        approvedBy: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: date-time */
                        until: string | null;
                        /** Format: uuid */
                        endedBy: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    BreakGlass_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        requestedBy: string;
                        reason: string;
                        scope: {
                            kind: string;
                            key: string;
                        };
                        minutes: number;
                        /** @enum {string} */
                        state: "asked" | "open" | "over";
                        /** Format: date-time */
                        requestedAt: string;
                        /** Format: uuid */
                        approvedBy: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: date-time */
                        until: string | null;
                        /** Format: uuid */
                        endedBy: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    BreakGlass_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        requestedBy: string;
                        reason: string;
                        scope: {
                            kind: string;
                            key: string;
                        };
                        minutes: number;
                        /** @enum {string} */
                        state: "asked" | "open" | "over";
                        /** Format: date-time */
                        requestedAt: string;
                        /** Format: uuid */
                        approvedBy: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: date-time */
                        until: string | null;
                        /** Format: uuid */
                        endedBy: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Journal_entries: {
        parameters: {
            query?: {
                topic?: string;
                actorId?: string;
                subject?: string;
                siteId?: string;
                from?: string;
                to?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            recordedAt: string;
                            topic: string;
                            /**
                             * Format: uuid
                             * @description an account or a resident; null for the house itself
                             */
                            actorId: string | null;
                            /** @description the username, where it is an account */
                            actor: string | null;
                            role: string | null;
                            /** Format: uuid */
                            siteId: string | null;
                            subject: string;
                            payload: {
                                [key: string]: unknown;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Journal_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null before the first verification */
                        verified: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            finishedAt: string;
                            entries: number;
                            anchors: number;
                            heads: {
                                chain: string;
                                seq: number;
                                digest: string;
                            }[];
                            findings: {
                                kind: string;
                                chain: string;
                                seq: number | null;
                                entryId: string | null;
                                recordedAt: string | null;
                                /** @description of a row in a ledger: what differs; chain is the ledger, entryId the row */
                                columns?: string[];
                                /** @description the database login that wrote it; null when it went past the triggers */
                                by?: string | null;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    PersonJournal_journal: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        residentId: string;
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @description what happened; `access.people-read` when somebody was shown the person */
                            topic: string;
                            /** @description what was read */
                            what: string | null;
                            /** @description the door by which it was read */
                            purpose: string | null;
                            role: string | null;
                            /** @description the account by name; only the auditor is told */
                            actor: string | null;
                            /** Format: uuid */
                            siteId: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    PersonJournal_spreadsheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Areas_children: {
        parameters: {
            query?: {
                parent?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            parentCode: string | null;
                            /** @enum {string} */
                            level: "city" | "district" | "street" | "community" | "grid" | "building";
                            name: string;
                            lineage: string[];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Areas_load: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    areas: {
                        code: string;
                        name: string;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        renamed: number;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Areas_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        parentCode: string | null;
                        /** @enum {string} */
                        level: "city" | "district" | "street" | "community" | "grid" | "building";
                        name: string;
                        lineage: string[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Areas_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        parentCode: string | null;
                        /** @enum {string} */
                        level: "city" | "district" | "street" | "community" | "grid" | "building";
                        name: string;
                        lineage: string[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    LedgerImports_receive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    LedgerImports_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "waiting" | "reading" | "done" | "refused";
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        counts: {
                            read: number;
                            added: number;
                            changed: number;
                            unchanged: number;
                            refused: number;
                            duplicates: number;
                        };
                        rowErrors: number;
                        ignoredColumns: string[];
                        refusal: {
                            code: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt: string | null;
                        errors: {
                            line: number;
                            column: string;
                            code: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    LedgerImports_errors: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            line: number;
                            column: string;
                            code: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    ResidentCodes_issue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reference: string;
                        payload: string;
                        svg: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    ResidentCodes_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    documentEnding: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: uuid */
                        residentId: string;
                        maskedName: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    ResidentCodes_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    ResidentCodes_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        residentId: string;
                        maskedName: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    ResidentCodes_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            keyId: string;
                            publicKey: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Residents_searchByQuery: {
        parameters: {
            query?: {
                idNumber?: string;
                documentKind?: "resident-id" | "residence-permit" | "home-return-permit" | "taiwan-permit" | "passport" | "foreign-resident-card" | "none";
                nationality?: string;
                phone?: string;
                area?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            maskedName: string;
                            documentKind: string;
                            maskedDocument: string;
                            maskedPhone: string | null;
                            areaCode: string;
                            /** Format: uuid */
                            householdId: string;
                            household: string | null;
                            birthYear: number | null;
                            /** @enum {string} */
                            sex: "male" | "female" | "unknown";
                            categories: string[];
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            homeVisit: boolean;
                            singleOnly: boolean;
                            /** Format: uuid */
                            guardianId: string | null;
                            /** @enum {string} */
                            presence: "present" | "away" | "moved";
                            /** Format: uuid */
                            mergedInto: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Residents_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    name: string;
                    document: {
                        /** @enum {string} */
                        kind: "resident-id" | "residence-permit" | "home-return-permit" | "taiwan-permit" | "passport" | "foreign-resident-card" | "none";
                        /** @default  */
                        number?: string;
                        nationality?: string;
                        guardian?: {
                            /** @enum {string} */
                            kind: "resident-id" | "residence-permit" | "home-return-permit" | "taiwan-permit" | "passport" | "foreign-resident-card" | "none";
                            /** @default  */
                            number?: string;
                            nationality?: string;
                        };
                        ordinal?: number;
                        /** @enum {string} */
                        relation?: "son" | "daughter";
                    };
                    phone?: string;
                    areaCode: string;
                    household?: string;
                    guardian?: {
                        /** @enum {string} */
                        kind: "resident-id" | "residence-permit" | "home-return-permit" | "taiwan-permit" | "passport" | "foreign-resident-card" | "none";
                        /** @default  */
                        number?: string;
                        nationality?: string;
                    };
                    categories?: ("medical" | "pharmacy" | "isolation-site" | "community-worker" | "police" | "cold-chain" | "port" | "courier" | "rider" | "taxi" | "bus" | "trucker" | "service-area" | "teacher" | "student" | "market" | "supermarket" | "catering" | "hotel" | "salon" | "entertainment" | "property" | "sanitation" | "construction" | "factory" | "care-home" | "government")[];
                    /** @enum {string} */
                    lane?: "general" | "green" | "single";
                    homeVisit?: boolean;
                    singleOnly?: boolean;
                    birthYear?: number;
                    /** @enum {string} */
                    sex?: "male" | "female";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        maskedName: string;
                        documentKind: string;
                        maskedDocument: string;
                        maskedPhone: string | null;
                        areaCode: string;
                        /** Format: uuid */
                        householdId: string;
                        household: string | null;
                        birthYear: number | null;
                        /** @enum {string} */
                        sex: "male" | "female" | "unknown";
                        categories: string[];
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        homeVisit: boolean;
                        singleOnly: boolean;
                        /** Format: uuid */
                        guardianId: string | null;
                        /** @enum {string} */
                        presence: "present" | "away" | "moved";
                        /** Format: uuid */
                        mergedInto: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Residents_searchByBody: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    idNumber?: string;
                    /** @enum {string} */
                    documentKind?: "resident-id" | "residence-permit" | "home-return-permit" | "taiwan-permit" | "passport" | "foreign-resident-card" | "none";
                    nationality?: string;
                    phone?: string;
                    area?: string;
                    cursor?: string;
                    /** @default 50 */
                    limit?: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            maskedName: string;
                            documentKind: string;
                            maskedDocument: string;
                            maskedPhone: string | null;
                            areaCode: string;
                            /** Format: uuid */
                            householdId: string;
                            household: string | null;
                            birthYear: number | null;
                            /** @enum {string} */
                            sex: "male" | "female" | "unknown";
                            categories: string[];
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            homeVisit: boolean;
                            singleOnly: boolean;
                            /** Format: uuid */
                            guardianId: string | null;
                            /** @enum {string} */
                            presence: "present" | "away" | "moved";
                            /** Format: uuid */
                            mergedInto: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Residents_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        maskedName: string;
                        documentKind: string;
                        maskedDocument: string;
                        maskedPhone: string | null;
                        areaCode: string;
                        /** Format: uuid */
                        householdId: string;
                        household: string | null;
                        birthYear: number | null;
                        /** @enum {string} */
                        sex: "male" | "female" | "unknown";
                        categories: string[];
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        homeVisit: boolean;
                        singleOnly: boolean;
                        /** Format: uuid */
                        guardianId: string | null;
                        /** @enum {string} */
                        presence: "present" | "away" | "moved";
                        /** Format: uuid */
                        mergedInto: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Residents_unmask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    reason: "identity-check" | "contact-resident" | "home-visit" | "correction" | "transfer-of-positive" | "complaint" | "emergency";
                    text: string;
                    fields: ("name" | "document" | "phone")[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        requestId: string;
                        name: string | null;
                        documentNumber: string | null;
                        nationality: string | null;
                        phone: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Residents_presence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    presence: "present" | "away" | "moved";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        maskedName: string;
                        documentKind: string;
                        maskedDocument: string;
                        maskedPhone: string | null;
                        areaCode: string;
                        /** Format: uuid */
                        householdId: string;
                        household: string | null;
                        birthYear: number | null;
                        /** @enum {string} */
                        sex: "male" | "female" | "unknown";
                        categories: string[];
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        homeVisit: boolean;
                        singleOnly: boolean;
                        /** Format: uuid */
                        guardianId: string | null;
                        /** @enum {string} */
                        presence: "present" | "away" | "moved";
                        /** Format: uuid */
                        mergedInto: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Rounds_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            state: "draft" | "open" | "closing" | "closed";
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            deadline: string;
                            areas: string[];
                            poolClasses: {
                                /** @enum {string} */
                                class: "5" | "10" | "20" | "single" | "household";
                                capacity: number;
                            }[];
                            /** @enum {string} */
                            defaultPoolClass: "5" | "10" | "20" | "single" | "household";
                            poolRules: {
                                category: string;
                                /** @enum {string} */
                                poolClass: "5" | "10" | "20" | "single" | "household";
                            }[];
                            settings: {
                                /** @default 5 */
                                toleratedClockSkewMinutes: number;
                                /** @default 12 */
                                retestDeadlineHours: number;
                                /** @default 60 */
                                openTubeAlarmMinutes: number;
                                /** @default 120 */
                                unboxedAlarmMinutes: number;
                                /** @default 180 */
                                undispatchedAlarmMinutes: number;
                                /** @default 240 */
                                unreceivedAlarmMinutes: number;
                                /** @default 60 */
                                hubDwellAlarmMinutes: number;
                                /** @default 360 */
                                untestedMinutes: number;
                                /** @default true */
                                positivesNeedSecondPerson: boolean;
                                /** @default 95 */
                                coverageTargetPercent: number;
                                /** @default ^[A-Za-z0-9-]{4,32}$ */
                                barcodePattern: string;
                                /** @default ^BX[A-Za-z0-9-]{1,62}$ */
                                boxPattern: string;
                            };
                            /** Format: date-time */
                            openedAt: string | null;
                            /** Format: date-time */
                            closingAt: string | null;
                            /** Format: date-time */
                            closedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Rounds_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    name: string;
                    areas: string[];
                    /** Format: date-time */
                    startsAt: string;
                    /** Format: date-time */
                    deadline: string;
                    poolClasses?: {
                        /** @enum {string} */
                        class: "5" | "10" | "20" | "single" | "household";
                        capacity: number;
                    }[];
                    /** @enum {string} */
                    defaultPoolClass?: "5" | "10" | "20" | "single" | "household";
                    poolRules?: {
                        category: string;
                        /** @enum {string} */
                        poolClass: "5" | "10" | "20" | "single" | "household";
                    }[];
                    settings?: {
                        /** @default 5 */
                        toleratedClockSkewMinutes?: number;
                        /** @default 12 */
                        retestDeadlineHours?: number;
                        /** @default 60 */
                        openTubeAlarmMinutes?: number;
                        /** @default 120 */
                        unboxedAlarmMinutes?: number;
                        /** @default 180 */
                        undispatchedAlarmMinutes?: number;
                        /** @default 240 */
                        unreceivedAlarmMinutes?: number;
                        /** @default 60 */
                        hubDwellAlarmMinutes?: number;
                        /** @default 360 */
                        untestedMinutes?: number;
                        /** @default true */
                        positivesNeedSecondPerson?: boolean;
                        /** @default 95 */
                        coverageTargetPercent?: number;
                        /** @default ^[A-Za-z0-9-]{4,32}$ */
                        barcodePattern?: string;
                        /** @default ^BX[A-Za-z0-9-]{1,62}$ */
                        boxPattern?: string;
                    };
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        state: "draft" | "open" | "closing" | "closed";
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        deadline: string;
                        areas: string[];
                        poolClasses: {
                            /** @enum {string} */
                            class: "5" | "10" | "20" | "single" | "household";
                            capacity: number;
                        }[];
                        /** @enum {string} */
                        defaultPoolClass: "5" | "10" | "20" | "single" | "household";
                        poolRules: {
                            category: string;
                            /** @enum {string} */
                            poolClass: "5" | "10" | "20" | "single" | "household";
                        }[];
                        settings: {
                            /** @default 5 */
                            toleratedClockSkewMinutes: number;
                            /** @default 12 */
                            retestDeadlineHours: number;
                            /** @default 60 */
                            openTubeAlarmMinutes: number;
                            /** @default 120 */
                            unboxedAlarmMinutes: number;
                            /** @default 180 */
                            undispatchedAlarmMinutes: number;
                            /** @default 240 */
                            unreceivedAlarmMinutes: number;
                            /** @default 60 */
                            hubDwellAlarmMinutes: number;
                            /** @default 360 */
                            untestedMinutes: number;
                            /** @default true */
                            positivesNeedSecondPerson: boolean;
                            /** @default 95 */
                            coverageTargetPercent: number;
                            /** @default ^[A-Za-z0-9-]{4,32}$ */
                            barcodePattern: string;
                            /** @default ^BX[A-Za-z0-9-]{1,62}$ */
                            boxPattern: string;
                        };
                        /** Format: date-time */
                        openedAt: string | null;
                        /** Format: date-time */
                        closingAt: string | null;
                        /** Format: date-time */
                        closedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Rounds_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        state: "draft" | "open" | "closing" | "closed";
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        deadline: string;
                        areas: string[];
                        poolClasses: {
                            /** @enum {string} */
                            class: "5" | "10" | "20" | "single" | "household";
                            capacity: number;
                        }[];
                        /** @enum {string} */
                        defaultPoolClass: "5" | "10" | "20" | "single" | "household";
                        poolRules: {
                            category: string;
                            /** @enum {string} */
                            poolClass: "5" | "10" | "20" | "single" | "household";
                        }[];
                        settings: {
                            /** @default 5 */
                            toleratedClockSkewMinutes: number;
                            /** @default 12 */
                            retestDeadlineHours: number;
                            /** @default 60 */
                            openTubeAlarmMinutes: number;
                            /** @default 120 */
                            unboxedAlarmMinutes: number;
                            /** @default 180 */
                            undispatchedAlarmMinutes: number;
                            /** @default 240 */
                            unreceivedAlarmMinutes: number;
                            /** @default 60 */
                            hubDwellAlarmMinutes: number;
                            /** @default 360 */
                            untestedMinutes: number;
                            /** @default true */
                            positivesNeedSecondPerson: boolean;
                            /** @default 95 */
                            coverageTargetPercent: number;
                            /** @default ^[A-Za-z0-9-]{4,32}$ */
                            barcodePattern: string;
                            /** @default ^BX[A-Za-z0-9-]{1,62}$ */
                            boxPattern: string;
                        };
                        /** Format: date-time */
                        openedAt: string | null;
                        /** Format: date-time */
                        closingAt: string | null;
                        /** Format: date-time */
                        closedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Rounds_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** Format: date-time */
                    deadline?: string;
                    settings?: {
                        toleratedClockSkewMinutes?: number;
                        retestDeadlineHours?: number;
                        openTubeAlarmMinutes?: number;
                        unboxedAlarmMinutes?: number;
                        undispatchedAlarmMinutes?: number;
                        unreceivedAlarmMinutes?: number;
                        hubDwellAlarmMinutes?: number;
                        untestedMinutes?: number;
                        positivesNeedSecondPerson?: boolean;
                        coverageTargetPercent?: number;
                        barcodePattern?: string;
                        boxPattern?: string;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        state: "draft" | "open" | "closing" | "closed";
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        deadline: string;
                        areas: string[];
                        poolClasses: {
                            /** @enum {string} */
                            class: "5" | "10" | "20" | "single" | "household";
                            capacity: number;
                        }[];
                        /** @enum {string} */
                        defaultPoolClass: "5" | "10" | "20" | "single" | "household";
                        poolRules: {
                            category: string;
                            /** @enum {string} */
                            poolClass: "5" | "10" | "20" | "single" | "household";
                        }[];
                        settings: {
                            /** @default 5 */
                            toleratedClockSkewMinutes: number;
                            /** @default 12 */
                            retestDeadlineHours: number;
                            /** @default 60 */
                            openTubeAlarmMinutes: number;
                            /** @default 120 */
                            unboxedAlarmMinutes: number;
                            /** @default 180 */
                            undispatchedAlarmMinutes: number;
                            /** @default 240 */
                            unreceivedAlarmMinutes: number;
                            /** @default 60 */
                            hubDwellAlarmMinutes: number;
                            /** @default 360 */
                            untestedMinutes: number;
                            /** @default true */
                            positivesNeedSecondPerson: boolean;
                            /** @default 95 */
                            coverageTargetPercent: number;
                            /** @default ^[A-Za-z0-9-]{4,32}$ */
                            barcodePattern: string;
                            /** @default ^BX[A-Za-z0-9-]{1,62}$ */
                            boxPattern: string;
                        };
                        /** Format: date-time */
                        openedAt: string | null;
                        /** Format: date-time */
                        closingAt: string | null;
                        /** Format: date-time */
                        closedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Rounds_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        state: "draft" | "open" | "closing" | "closed";
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        deadline: string;
                        areas: string[];
                        poolClasses: {
                            /** @enum {string} */
                            class: "5" | "10" | "20" | "single" | "household";
                            capacity: number;
                        }[];
                        /** @enum {string} */
                        defaultPoolClass: "5" | "10" | "20" | "single" | "household";
                        poolRules: {
                            category: string;
                            /** @enum {string} */
                            poolClass: "5" | "10" | "20" | "single" | "household";
                        }[];
                        settings: {
                            /** @default 5 */
                            toleratedClockSkewMinutes: number;
                            /** @default 12 */
                            retestDeadlineHours: number;
                            /** @default 60 */
                            openTubeAlarmMinutes: number;
                            /** @default 120 */
                            unboxedAlarmMinutes: number;
                            /** @default 180 */
                            undispatchedAlarmMinutes: number;
                            /** @default 240 */
                            unreceivedAlarmMinutes: number;
                            /** @default 60 */
                            hubDwellAlarmMinutes: number;
                            /** @default 360 */
                            untestedMinutes: number;
                            /** @default true */
                            positivesNeedSecondPerson: boolean;
                            /** @default 95 */
                            coverageTargetPercent: number;
                            /** @default ^[A-Za-z0-9-]{4,32}$ */
                            barcodePattern: string;
                            /** @default ^BX[A-Za-z0-9-]{1,62}$ */
                            boxPattern: string;
                        };
                        /** Format: date-time */
                        openedAt: string | null;
                        /** Format: date-time */
                        closingAt: string | null;
                        /** Format: date-time */
                        closedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Rounds_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        state: "draft" | "open" | "closing" | "closed";
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        deadline: string;
                        areas: string[];
                        poolClasses: {
                            /** @enum {string} */
                            class: "5" | "10" | "20" | "single" | "household";
                            capacity: number;
                        }[];
                        /** @enum {string} */
                        defaultPoolClass: "5" | "10" | "20" | "single" | "household";
                        poolRules: {
                            category: string;
                            /** @enum {string} */
                            poolClass: "5" | "10" | "20" | "single" | "household";
                        }[];
                        settings: {
                            /** @default 5 */
                            toleratedClockSkewMinutes: number;
                            /** @default 12 */
                            retestDeadlineHours: number;
                            /** @default 60 */
                            openTubeAlarmMinutes: number;
                            /** @default 120 */
                            unboxedAlarmMinutes: number;
                            /** @default 180 */
                            undispatchedAlarmMinutes: number;
                            /** @default 240 */
                            unreceivedAlarmMinutes: number;
                            /** @default 60 */
                            hubDwellAlarmMinutes: number;
                            /** @default 360 */
                            untestedMinutes: number;
                            /** @default true */
                            positivesNeedSecondPerson: boolean;
                            /** @default 95 */
                            coverageTargetPercent: number;
                            /** @default ^[A-Za-z0-9-]{4,32}$ */
                            barcodePattern: string;
                            /** @default ^BX[A-Za-z0-9-]{1,62}$ */
                            boxPattern: string;
                        };
                        /** Format: date-time */
                        openedAt: string | null;
                        /** Format: date-time */
                        closingAt: string | null;
                        /** Format: date-time */
                        closedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Rounds_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        state: "draft" | "open" | "closing" | "closed";
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        deadline: string;
                        areas: string[];
                        poolClasses: {
                            /** @enum {string} */
                            class: "5" | "10" | "20" | "single" | "household";
                            capacity: number;
                        }[];
                        /** @enum {string} */
                        defaultPoolClass: "5" | "10" | "20" | "single" | "household";
                        poolRules: {
                            category: string;
                            /** @enum {string} */
                            poolClass: "5" | "10" | "20" | "single" | "household";
                        }[];
                        settings: {
                            /** @default 5 */
                            toleratedClockSkewMinutes: number;
                            /** @default 12 */
                            retestDeadlineHours: number;
                            /** @default 60 */
                            openTubeAlarmMinutes: number;
                            /** @default 120 */
                            unboxedAlarmMinutes: number;
                            /** @default 180 */
                            undispatchedAlarmMinutes: number;
                            /** @default 240 */
                            unreceivedAlarmMinutes: number;
                            /** @default 60 */
                            hubDwellAlarmMinutes: number;
                            /** @default 360 */
                            untestedMinutes: number;
                            /** @default true */
                            positivesNeedSecondPerson: boolean;
                            /** @default 95 */
                            coverageTargetPercent: number;
                            /** @default ^[A-Za-z0-9-]{4,32}$ */
                            barcodePattern: string;
                            /** @default ^BX[A-Za-z0-9-]{1,62}$ */
                            boxPattern: string;
                        };
                        /** Format: date-time */
                        openedAt: string | null;
                        /** Format: date-time */
                        closingAt: string | null;
                        /** Format: date-time */
                        closedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Exemptions_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            roundId: string;
                            /** Format: uuid */
                            residentId: string;
                            reason: string;
                            note: string | null;
                            /** Format: date-time */
                            grantedAt: string;
                            /** Format: date-time */
                            revokedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Exemptions_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** Format: uuid */
                    residentId: string;
                    reason: string;
                    note?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        residentId: string;
                        reason: string;
                        note: string | null;
                        /** Format: date-time */
                        grantedAt: string;
                        /** Format: date-time */
                        revokedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Exemptions_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                exemptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        residentId: string;
                        reason: string;
                        note: string | null;
                        /** Format: date-time */
                        grantedAt: string;
                        /** Format: date-time */
                        revokedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    HomeVisits_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    residentIds: string[];
                    /** Format: uuid */
                    visitorId: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sites_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                            address: string;
                            areaCode: string;
                            serves: string | null;
                            /** @enum {string} */
                            state: "open" | "paused" | "closed";
                            pauseReason: string | null;
                            /** @enum {string|null} */
                            status: "clear" | "busy" | "crowded" | "resting" | null;
                            statusWord: string | null;
                            /** @description of the general lane */
                            wait: {
                                fromMinutes: number;
                                toMinutes: number;
                            } | null;
                            waitingPeople: number;
                            waitingTickets: number;
                            /** @description WGS 84; null where nobody has said */
                            coordinates: {
                                latitude: number;
                                longitude: number;
                            } | null;
                            timeZone: string;
                            /** @description the opening hours of the business day */
                            sessions: {
                                /** @enum {string} */
                                kind: "day" | "night";
                                /** Format: date-time */
                                opensAt: string;
                                /** Format: date-time */
                                closesAt: string;
                                /** Format: date-time */
                                lastEntryAt: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sites_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    code: string;
                    name: string;
                    areaCode: string;
                    address: string;
                    /** @enum {string} */
                    kind?: "fixed" | "mobile" | "home-visits";
                    serves?: string;
                    timeZone?: string;
                    dayStarts?: string;
                    lanes?: {
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        prefix: string;
                    }[];
                    bands?: {
                        busyAfterMinutes: number;
                        crowdedAfterMinutes: number;
                    };
                    settings?: {
                        /** @default 120 */
                        changeAfterMinutes?: number;
                        /** @default 240 */
                        relieveAfterMinutes?: number;
                        /** @default 30 */
                        lastEntryMinutes?: number;
                        /** @default 3 */
                        returnBehind?: number;
                        /** @default 20 */
                        callAtMost?: number;
                        /** @default 10 */
                        partyAtMost?: number;
                        /** @default 30 */
                        paceWindowMinutes?: number;
                        /** @default 10 */
                        lullMinutes?: number;
                        /** @default 120 */
                        caseWindowMinutes?: number;
                        /** @default 240 */
                        resolveExceptionsWithinMinutes?: number;
                        /** @default 14 */
                        deviceCertificateDays?: number;
                        /** @default 10 */
                        enrolmentCodeMinutes?: number;
                        /** @default 5 */
                        enrolmentTries?: number;
                        /** @default 500 */
                        batchActsAtMost?: number;
                        /** @default 500 */
                        heldBatchesAtMost?: number;
                        /** @default 5 */
                        deviceClockToleranceMinutes?: number;
                        /** @default 15 */
                        silentDeviceMinutes?: number;
                    };
                    coordinates?: {
                        latitude: number;
                        longitude: number;
                    };
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        code: string;
                        name: string;
                        areaCode: string;
                        address: string;
                        /** @enum {string} */
                        kind: "fixed" | "mobile" | "home-visits";
                        serves: string | null;
                        /** @enum {string} */
                        state: "open" | "paused" | "closed";
                        pauseReason: string | null;
                        timeZone: string;
                        dayStarts: string;
                        lanes: {
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            prefix: string;
                        }[];
                        bands: {
                            busyAfterMinutes: number;
                            crowdedAfterMinutes: number;
                        };
                        settings: {
                            /** @default 120 */
                            changeAfterMinutes: number;
                            /** @default 240 */
                            relieveAfterMinutes: number;
                            /** @default 30 */
                            lastEntryMinutes: number;
                            /** @default 3 */
                            returnBehind: number;
                            /** @default 20 */
                            callAtMost: number;
                            /** @default 10 */
                            partyAtMost: number;
                            /** @default 30 */
                            paceWindowMinutes: number;
                            /** @default 10 */
                            lullMinutes: number;
                            /** @default 120 */
                            caseWindowMinutes: number;
                            /** @default 240 */
                            resolveExceptionsWithinMinutes: number;
                            /** @default 14 */
                            deviceCertificateDays: number;
                            /** @default 10 */
                            enrolmentCodeMinutes: number;
                            /** @default 5 */
                            enrolmentTries: number;
                            /** @default 500 */
                            batchActsAtMost: number;
                            /** @default 500 */
                            heldBatchesAtMost: number;
                            /** @default 5 */
                            deviceClockToleranceMinutes: number;
                            /** @default 15 */
                            silentDeviceMinutes: number;
                        };
                        coordinates: {
                            latitude: number;
                            longitude: number;
                        } | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sites_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        code: string;
                        name: string;
                        areaCode: string;
                        address: string;
                        /** @enum {string} */
                        kind: "fixed" | "mobile" | "home-visits";
                        serves: string | null;
                        /** @enum {string} */
                        state: "open" | "paused" | "closed";
                        pauseReason: string | null;
                        timeZone: string;
                        dayStarts: string;
                        lanes: {
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            prefix: string;
                        }[];
                        bands: {
                            busyAfterMinutes: number;
                            crowdedAfterMinutes: number;
                        };
                        settings: {
                            /** @default 120 */
                            changeAfterMinutes: number;
                            /** @default 240 */
                            relieveAfterMinutes: number;
                            /** @default 30 */
                            lastEntryMinutes: number;
                            /** @default 3 */
                            returnBehind: number;
                            /** @default 20 */
                            callAtMost: number;
                            /** @default 10 */
                            partyAtMost: number;
                            /** @default 30 */
                            paceWindowMinutes: number;
                            /** @default 10 */
                            lullMinutes: number;
                            /** @default 120 */
                            caseWindowMinutes: number;
                            /** @default 240 */
                            resolveExceptionsWithinMinutes: number;
                            /** @default 14 */
                            deviceCertificateDays: number;
                            /** @default 10 */
                            enrolmentCodeMinutes: number;
                            /** @default 5 */
                            enrolmentTries: number;
                            /** @default 500 */
                            batchActsAtMost: number;
                            /** @default 500 */
                            heldBatchesAtMost: number;
                            /** @default 5 */
                            deviceClockToleranceMinutes: number;
                            /** @default 15 */
                            silentDeviceMinutes: number;
                        };
                        coordinates: {
                            latitude: number;
                            longitude: number;
                        } | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sites_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    address?: string;
                    serves?: string;
                    bands?: {
                        busyAfterMinutes?: number;
                        crowdedAfterMinutes?: number;
                    };
                    settings?: {
                        changeAfterMinutes?: number;
                        relieveAfterMinutes?: number;
                        lastEntryMinutes?: number;
                        returnBehind?: number;
                        callAtMost?: number;
                        partyAtMost?: number;
                        paceWindowMinutes?: number;
                        lullMinutes?: number;
                        caseWindowMinutes?: number;
                        resolveExceptionsWithinMinutes?: number;
                        deviceCertificateDays?: number;
                        enrolmentCodeMinutes?: number;
                        enrolmentTries?: number;
                        batchActsAtMost?: number;
                        heldBatchesAtMost?: number;
                        deviceClockToleranceMinutes?: number;
                        silentDeviceMinutes?: number;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        code: string;
                        name: string;
                        areaCode: string;
                        address: string;
                        /** @enum {string} */
                        kind: "fixed" | "mobile" | "home-visits";
                        serves: string | null;
                        /** @enum {string} */
                        state: "open" | "paused" | "closed";
                        pauseReason: string | null;
                        timeZone: string;
                        dayStarts: string;
                        lanes: {
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            prefix: string;
                        }[];
                        bands: {
                            busyAfterMinutes: number;
                            crowdedAfterMinutes: number;
                        };
                        settings: {
                            /** @default 120 */
                            changeAfterMinutes: number;
                            /** @default 240 */
                            relieveAfterMinutes: number;
                            /** @default 30 */
                            lastEntryMinutes: number;
                            /** @default 3 */
                            returnBehind: number;
                            /** @default 20 */
                            callAtMost: number;
                            /** @default 10 */
                            partyAtMost: number;
                            /** @default 30 */
                            paceWindowMinutes: number;
                            /** @default 10 */
                            lullMinutes: number;
                            /** @default 120 */
                            caseWindowMinutes: number;
                            /** @default 240 */
                            resolveExceptionsWithinMinutes: number;
                            /** @default 14 */
                            deviceCertificateDays: number;
                            /** @default 10 */
                            enrolmentCodeMinutes: number;
                            /** @default 5 */
                            enrolmentTries: number;
                            /** @default 500 */
                            batchActsAtMost: number;
                            /** @default 500 */
                            heldBatchesAtMost: number;
                            /** @default 5 */
                            deviceClockToleranceMinutes: number;
                            /** @default 15 */
                            silentDeviceMinutes: number;
                        };
                        coordinates: {
                            latitude: number;
                            longitude: number;
                        } | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sites_setState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "open" | "paused" | "closed";
                    reason?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        code: string;
                        name: string;
                        areaCode: string;
                        address: string;
                        /** @enum {string} */
                        kind: "fixed" | "mobile" | "home-visits";
                        serves: string | null;
                        /** @enum {string} */
                        state: "open" | "paused" | "closed";
                        pauseReason: string | null;
                        timeZone: string;
                        dayStarts: string;
                        lanes: {
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            prefix: string;
                        }[];
                        bands: {
                            busyAfterMinutes: number;
                            crowdedAfterMinutes: number;
                        };
                        settings: {
                            /** @default 120 */
                            changeAfterMinutes: number;
                            /** @default 240 */
                            relieveAfterMinutes: number;
                            /** @default 30 */
                            lastEntryMinutes: number;
                            /** @default 3 */
                            returnBehind: number;
                            /** @default 20 */
                            callAtMost: number;
                            /** @default 10 */
                            partyAtMost: number;
                            /** @default 30 */
                            paceWindowMinutes: number;
                            /** @default 10 */
                            lullMinutes: number;
                            /** @default 120 */
                            caseWindowMinutes: number;
                            /** @default 240 */
                            resolveExceptionsWithinMinutes: number;
                            /** @default 14 */
                            deviceCertificateDays: number;
                            /** @default 10 */
                            enrolmentCodeMinutes: number;
                            /** @default 5 */
                            enrolmentTries: number;
                            /** @default 500 */
                            batchActsAtMost: number;
                            /** @default 500 */
                            heldBatchesAtMost: number;
                            /** @default 5 */
                            deviceClockToleranceMinutes: number;
                            /** @default 15 */
                            silentDeviceMinutes: number;
                        };
                        coordinates: {
                            latitude: number;
                            longitude: number;
                        } | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sites_place: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    latitude: number;
                    longitude: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        code: string;
                        name: string;
                        areaCode: string;
                        address: string;
                        /** @enum {string} */
                        kind: "fixed" | "mobile" | "home-visits";
                        serves: string | null;
                        /** @enum {string} */
                        state: "open" | "paused" | "closed";
                        pauseReason: string | null;
                        timeZone: string;
                        dayStarts: string;
                        lanes: {
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            prefix: string;
                        }[];
                        bands: {
                            busyAfterMinutes: number;
                            crowdedAfterMinutes: number;
                        };
                        settings: {
                            /** @default 120 */
                            changeAfterMinutes: number;
                            /** @default 240 */
                            relieveAfterMinutes: number;
                            /** @default 30 */
                            lastEntryMinutes: number;
                            /** @default 3 */
                            returnBehind: number;
                            /** @default 20 */
                            callAtMost: number;
                            /** @default 10 */
                            partyAtMost: number;
                            /** @default 30 */
                            paceWindowMinutes: number;
                            /** @default 10 */
                            lullMinutes: number;
                            /** @default 120 */
                            caseWindowMinutes: number;
                            /** @default 240 */
                            resolveExceptionsWithinMinutes: number;
                            /** @default 14 */
                            deviceCertificateDays: number;
                            /** @default 10 */
                            enrolmentCodeMinutes: number;
                            /** @default 5 */
                            enrolmentTries: number;
                            /** @default 500 */
                            batchActsAtMost: number;
                            /** @default 500 */
                            heldBatchesAtMost: number;
                            /** @default 5 */
                            deviceClockToleranceMinutes: number;
                            /** @default 15 */
                            silentDeviceMinutes: number;
                        };
                        coordinates: {
                            latitude: number;
                            longitude: number;
                        } | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sites_stations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            number: number;
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sites_addStation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    number: number;
                    /** @enum {string} */
                    lane: "general" | "green" | "single";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        number: number;
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sites_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            /** @enum {string} */
                            kind: "day" | "night";
                            /** Format: date-time */
                            opensAt: string;
                            /** Format: date-time */
                            closesAt: string;
                            /** Format: date-time */
                            lastEntryAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Sites_planSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    kind: "day" | "night";
                    /** Format: date-time */
                    opensAt: string;
                    /** Format: date-time */
                    closesAt: string;
                    /** Format: date-time */
                    lastEntryAt?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** @enum {string} */
                        kind: "day" | "night";
                        /** Format: date-time */
                        opensAt: string;
                        /** Format: date-time */
                        closesAt: string;
                        /** Format: date-time */
                        lastEntryAt: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Shifts_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** Format: uuid */
                    scannerId: string;
                    /** Format: uuid */
                    collectorId: string;
                    /** Format: date-time */
                    startsAt: string;
                    /** Format: date-time */
                    endsAt: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        stationId: string;
                        /** Format: uuid */
                        scannerId: string;
                        /** Format: uuid */
                        collectorId: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string | null;
                        minutesOnDuty: number;
                        /** @enum {string} */
                        warning: "none" | "change-soon" | "relieve-now";
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Shifts_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        stationId: string;
                        /** Format: uuid */
                        scannerId: string;
                        /** Format: uuid */
                        collectorId: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string | null;
                        minutesOnDuty: number;
                        /** @enum {string} */
                        warning: "none" | "change-soon" | "relieve-now";
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Shifts_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        stationId: string;
                        /** Format: uuid */
                        scannerId: string;
                        /** Format: uuid */
                        collectorId: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string | null;
                        minutesOnDuty: number;
                        /** @enum {string} */
                        warning: "none" | "change-soon" | "relieve-now";
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Devices_makeCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** Format: uuid */
                    siteId: string;
                    /** Format: uuid */
                    roundId?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        code: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Devices_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id: string;
                    /** Format: uuid */
                    enrolmentId: string;
                    code: string;
                    name: string;
                    publicKey: {
                        /** @enum {string} */
                        kty: "EC";
                        /** @enum {string} */
                        crv: "P-256";
                        x: string;
                        y: string;
                    };
                    signature: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        roundId: string | null;
                        name: string;
                        /** @enum {string} */
                        state: "waiting" | "approved" | "expired" | "revoked";
                        /** Format: uuid */
                        enrolledBy: string;
                        /** Format: date-time */
                        enrolledAt: string;
                        /** Format: uuid */
                        approvedBy: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: date-time */
                        notBefore: string | null;
                        /** Format: date-time */
                        notAfter: string | null;
                        /** Format: uuid */
                        revokedBy: string | null;
                        /** Format: date-time */
                        revokedAt: string | null;
                        revokeReason: string | null;
                        certificate: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Devices_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        roundId: string | null;
                        name: string;
                        /** @enum {string} */
                        state: "waiting" | "approved" | "expired" | "revoked";
                        /** Format: uuid */
                        enrolledBy: string;
                        /** Format: date-time */
                        enrolledAt: string;
                        /** Format: uuid */
                        approvedBy: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: date-time */
                        notBefore: string | null;
                        /** Format: date-time */
                        notAfter: string | null;
                        /** Format: uuid */
                        revokedBy: string | null;
                        /** Format: date-time */
                        revokedAt: string | null;
                        revokeReason: string | null;
                        certificate: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Devices_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        roundId: string | null;
                        name: string;
                        /** @enum {string} */
                        state: "waiting" | "approved" | "expired" | "revoked";
                        /** Format: uuid */
                        enrolledBy: string;
                        /** Format: date-time */
                        enrolledAt: string;
                        /** Format: uuid */
                        approvedBy: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: date-time */
                        notBefore: string | null;
                        /** Format: date-time */
                        notAfter: string | null;
                        /** Format: uuid */
                        revokedBy: string | null;
                        /** Format: date-time */
                        revokedAt: string | null;
                        revokeReason: string | null;
                        certificate: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Devices_renew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        roundId: string | null;
                        name: string;
                        /** @enum {string} */
                        state: "waiting" | "approved" | "expired" | "revoked";
                        /** Format: uuid */
                        enrolledBy: string;
                        /** Format: date-time */
                        enrolledAt: string;
                        /** Format: uuid */
                        approvedBy: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: date-time */
                        notBefore: string | null;
                        /** Format: date-time */
                        notAfter: string | null;
                        /** Format: uuid */
                        revokedBy: string | null;
                        /** Format: date-time */
                        revokedAt: string | null;
                        revokeReason: string | null;
                        certificate: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Devices_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        roundId: string | null;
                        name: string;
                        /** @enum {string} */
                        state: "waiting" | "approved" | "expired" | "revoked";
                        /** Format: uuid */
                        enrolledBy: string;
                        /** Format: date-time */
                        enrolledAt: string;
                        /** Format: uuid */
                        approvedBy: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: date-time */
                        notBefore: string | null;
                        /** Format: date-time */
                        notAfter: string | null;
                        /** Format: uuid */
                        revokedBy: string | null;
                        /** Format: date-time */
                        revokedAt: string | null;
                        revokeReason: string | null;
                        certificate: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Batches_receive: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the device's clock says while it sends */
                "x-device-time"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    deviceId: string;
                    /** Format: uuid */
                    bootId: string;
                    counter: number;
                    previousHash: string;
                    certificate?: string;
                    entries: unknown[];
                    signature: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counter: number;
                        /** @enum {string|null} */
                        fault: "counter-taken" | "counter-skipped" | "previous-differs" | null;
                        repeated: number;
                        entries: {
                            seq: number;
                            /** Format: uuid */
                            id: string | null;
                            /** @enum {string} */
                            outcome: "accepted" | "exception" | "refused" | "held";
                            rules: string[];
                            place: number | null;
                        }[];
                        holes: number[][];
                        skewSeconds: number | null;
                        /** Format: date-time */
                        serverTime: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Batches_ofSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        devices: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            roundId: string | null;
                            name: string;
                            /** @enum {string} */
                            state: "waiting" | "approved" | "expired" | "revoked";
                            /** Format: uuid */
                            enrolledBy: string;
                            /** Format: date-time */
                            enrolledAt: string;
                            /** Format: uuid */
                            approvedBy: string | null;
                            /** Format: date-time */
                            approvedAt: string | null;
                            /** Format: date-time */
                            notBefore: string | null;
                            /** Format: date-time */
                            notAfter: string | null;
                            /** Format: uuid */
                            revokedBy: string | null;
                            /** Format: date-time */
                            revokedAt: string | null;
                            revokeReason: string | null;
                            counter: number;
                            /** Format: date-time */
                            lastContactAt: string | null;
                            missing: number;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Batches_holes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        deviceId: string;
                        runs: {
                            /** Format: uuid */
                            bootId: string;
                            seen: number;
                            highest: number;
                            missing: number;
                            holes: number[][];
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Batches_booksOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        deviceId: string;
                        counter: number;
                        /** Format: date-time */
                        lastContactAt: string | null;
                        skewSeconds: number | null;
                        arrived: number;
                        repeated: number;
                        received: number;
                        accepted: number;
                        exceptions: number;
                        refused: number;
                        balances: boolean;
                        openExceptions: number;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    HeldBatches_ofDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        deviceId: string;
                        batches: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            deviceId: string;
                            /** Format: uuid */
                            bootId: string;
                            counter: number;
                            /** @enum {string} */
                            why: "waiting" | "expired" | "revoked";
                            acts: number;
                            firstSeq: number | null;
                            lastSeq: number | null;
                            /** Format: date-time */
                            firstAt: string | null;
                            /** Format: date-time */
                            lastAt: string | null;
                            skewSeconds: number | null;
                            kinds: {
                                [key: string]: number;
                            };
                            tubes: string[];
                            actors: string[];
                            /** Format: date-time */
                            heldAt: string;
                            /** @enum {string} */
                            state: "held" | "taken" | "set-aside";
                            takenThrough: number | null;
                            reason: string | null;
                            /** Format: uuid */
                            decidedBy: string | null;
                            /** Format: date-time */
                            decidedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    HeldBatches_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "take";
                    throughSeq?: number;
                    reason: string;
                } | {
                    /** @enum {string} */
                    decision: "set-aside";
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        deviceId: string;
                        /** Format: uuid */
                        bootId: string;
                        counter: number;
                        /** @enum {string} */
                        why: "waiting" | "expired" | "revoked";
                        acts: number;
                        firstSeq: number | null;
                        lastSeq: number | null;
                        /** Format: date-time */
                        firstAt: string | null;
                        /** Format: date-time */
                        lastAt: string | null;
                        skewSeconds: number | null;
                        kinds: {
                            [key: string]: number;
                        };
                        tubes: string[];
                        actors: string[];
                        /** Format: date-time */
                        heldAt: string;
                        /** @enum {string} */
                        state: "held" | "taken" | "set-aside";
                        takenThrough: number | null;
                        reason: string | null;
                        /** Format: uuid */
                        decidedBy: string | null;
                        /** Format: date-time */
                        decidedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    WorkingSet_part: {
        parameters: {
            query?: {
                since?: string;
                version?: string;
                after?: string;
            };
            header: {
                /** @description ECDSA P-256, r and s in base64url */
                "x-device-signature": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        whole: boolean;
                        head: {
                            site: {
                                /** Format: uuid */
                                id: string;
                                code: string;
                                name: string;
                                areaCode: string;
                                timeZone: string;
                                settings: {
                                    [key: string]: unknown;
                                };
                            };
                            blindKey: string;
                            codeKeys: {
                                keyId: string;
                                publicKey: string;
                            }[];
                            rounds: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                state: string;
                                /** Format: date-time */
                                deadline: string;
                                defaultPoolClass: string;
                                settings: {
                                    [key: string]: unknown;
                                };
                                poolClasses: {
                                    poolClass: string;
                                    capacity: number;
                                }[];
                                poolRules: {
                                    category: string;
                                    poolClass: string;
                                }[];
                            }[];
                            stations: {
                                /** Format: uuid */
                                id: string;
                                number: number;
                                lane: string;
                            }[];
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                role: string;
                                /** Format: uuid */
                                stationId: string;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string | null;
                            }[];
                            tubes: {
                                barcode: string;
                                /** Format: uuid */
                                roundId: string;
                                /** Format: uuid */
                                stationId: string;
                                poolClass: string;
                                capacity: number;
                                filled: number;
                                state: string;
                            }[];
                            exemptions: {
                                /** Format: uuid */
                                roundId: string;
                                /** Format: uuid */
                                residentId: string;
                            }[];
                            buildings: {
                                code: string;
                                name: string;
                            }[];
                        } | null;
                        residents: {
                            /** Format: uuid */
                            id: string;
                            masked: string;
                            areaCode: string;
                            /** Format: uuid */
                            householdId: string;
                            category: string;
                            lane: string;
                            singleOnly: boolean;
                            homeVisit: boolean;
                            door: string | null;
                            birthYear: number | null;
                            document: string | null;
                            code: string | null;
                        }[];
                        gone: string[];
                        sha256: string;
                        /** Format: uuid */
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tickets_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** Format: uuid */
                    residentId?: string;
                    partySize: number;
                    /** @enum {string} */
                    lane: "general" | "green" | "single";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        label: string;
                        number: number;
                        partySize: number;
                        /** @enum {string} */
                        state: "waiting" | "called" | "missed" | "served" | "left";
                        /** @description people who are called earlier */
                        ahead: number;
                        /** @description null until the pace of the lane has been measured */
                        wait: {
                            fromMinutes: number;
                            toMinutes: number;
                        } | null;
                        station: number | null;
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        calledAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tickets_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        label: string;
                        number: number;
                        partySize: number;
                        /** @enum {string} */
                        state: "waiting" | "called" | "missed" | "served" | "left";
                        /** @description people who are called earlier */
                        ahead: number;
                        /** @description null until the pace of the lane has been measured */
                        wait: {
                            fromMinutes: number;
                            toMinutes: number;
                        } | null;
                        station: number | null;
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        calledAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tickets_recall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        label: string;
                        number: number;
                        partySize: number;
                        /** @enum {string} */
                        state: "waiting" | "called" | "missed" | "served" | "left";
                        /** @description people who are called earlier */
                        ahead: number;
                        /** @description null until the pace of the lane has been measured */
                        wait: {
                            fromMinutes: number;
                            toMinutes: number;
                        } | null;
                        station: number | null;
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        calledAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tickets_miss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        label: string;
                        number: number;
                        partySize: number;
                        /** @enum {string} */
                        state: "waiting" | "called" | "missed" | "served" | "left";
                        /** @description people who are called earlier */
                        ahead: number;
                        /** @description null until the pace of the lane has been measured */
                        wait: {
                            fromMinutes: number;
                            toMinutes: number;
                        } | null;
                        station: number | null;
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        calledAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tickets_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        label: string;
                        number: number;
                        partySize: number;
                        /** @enum {string} */
                        state: "waiting" | "called" | "missed" | "served" | "left";
                        /** @description people who are called earlier */
                        ahead: number;
                        /** @description null until the pace of the lane has been measured */
                        wait: {
                            fromMinutes: number;
                            toMinutes: number;
                        } | null;
                        station: number | null;
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        calledAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tickets_serve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        label: string;
                        number: number;
                        partySize: number;
                        /** @enum {string} */
                        state: "waiting" | "called" | "missed" | "served" | "left";
                        /** @description people who are called earlier */
                        ahead: number;
                        /** @description null until the pace of the lane has been measured */
                        wait: {
                            fromMinutes: number;
                            toMinutes: number;
                        } | null;
                        station: number | null;
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        calledAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tickets_leave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        label: string;
                        number: number;
                        partySize: number;
                        /** @enum {string} */
                        state: "waiting" | "called" | "missed" | "served" | "left";
                        /** @description people who are called earlier */
                        ahead: number;
                        /** @description null until the pace of the lane has been measured */
                        wait: {
                            fromMinutes: number;
                            toMinutes: number;
                        } | null;
                        station: number | null;
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        calledAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Queue_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    count: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        stationId: string;
                        station: number;
                        /** Format: uuid */
                        siteId: string;
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        people: number;
                        /** Format: date-time */
                        calledAt: string;
                        tickets: {
                            /** Format: uuid */
                            id: string;
                            label: string;
                            partySize: number;
                            /** Format: uuid */
                            residentId: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Queue_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        businessDay: string;
                        left: number;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Queue_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        businessDay: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Queue_now: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        businessDay: string;
                        /** Format: date-time */
                        asOf: string;
                        lanes: {
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            waitingTickets: number;
                            waitingPeople: number;
                            /** @description null until the pace of the lane has been measured */
                            wait: {
                                fromMinutes: number;
                                toMinutes: number;
                            } | null;
                        }[];
                        /** @description a lane and state: the next thirty in line, the latest thirty called and missed */
                        tickets: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            label: string;
                            number: number;
                            partySize: number;
                            /** @enum {string} */
                            state: "waiting" | "called" | "missed" | "served" | "left";
                            station: number | null;
                            /** Format: date-time */
                            issuedAt: string;
                            /** Format: date-time */
                            calledAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Queue_readBooks: {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        businessDay: string;
                        lanes: {
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            /** @description the last number given */
                            counted: number;
                            issued: number;
                            waiting: number;
                            called: number;
                            served: number;
                            missed: number;
                            left: number;
                        }[];
                        balanced: boolean;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Queue_announce: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    zh: string;
                    en?: string;
                    /** Format: date-time */
                    expiresAt: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        zh: string;
                        en: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: date-time */
                        withdrawnAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Queue_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        siteId: string;
                        zh: string;
                        en: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: date-time */
                        withdrawnAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tubes_openAtStation: {
        parameters: {
            query: {
                stationId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tubes: {
                            barcode: string;
                            /** Format: uuid */
                            roundId: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            stationId: string;
                            /** @enum {string} */
                            poolClass: "5" | "10" | "20" | "single" | "household";
                            capacity: number;
                            filled: number;
                            /** @enum {string} */
                            state: "open" | "sealed" | "discarded";
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            firstSwabAt: string | null;
                            /** Format: date-time */
                            sealedAt: string | null;
                            countedSwabs: number | null;
                            /** @enum {string|null} */
                            sealReason: "end-of-session" | "shift-change" | "deadline" | "class-change" | "last-in-line" | "oldest-swab-too-old" | "count-differs" | "other" | null;
                            sealNote: string | null;
                            /** Format: date-time */
                            discardedAt: string | null;
                            discardReason: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tubes_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    barcode: string;
                    /** Format: uuid */
                    roundId: string;
                    /** Format: uuid */
                    stationId: string;
                    /** @enum {string} */
                    poolClass: "5" | "10" | "20" | "single" | "household";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        barcode: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        stationId: string;
                        /** @enum {string} */
                        poolClass: "5" | "10" | "20" | "single" | "household";
                        capacity: number;
                        filled: number;
                        /** @enum {string} */
                        state: "open" | "sealed" | "discarded";
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        firstSwabAt: string | null;
                        /** Format: date-time */
                        sealedAt: string | null;
                        countedSwabs: number | null;
                        /** @enum {string|null} */
                        sealReason: "end-of-session" | "shift-change" | "deadline" | "class-change" | "last-in-line" | "oldest-swab-too-old" | "count-differs" | "other" | null;
                        sealNote: string | null;
                        /** Format: date-time */
                        discardedAt: string | null;
                        discardReason: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tubes_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                barcode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        barcode: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        stationId: string;
                        /** @enum {string} */
                        poolClass: "5" | "10" | "20" | "single" | "household";
                        capacity: number;
                        filled: number;
                        /** @enum {string} */
                        state: "open" | "sealed" | "discarded";
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        firstSwabAt: string | null;
                        /** Format: date-time */
                        sealedAt: string | null;
                        countedSwabs: number | null;
                        /** @enum {string|null} */
                        sealReason: "end-of-session" | "shift-change" | "deadline" | "class-change" | "last-in-line" | "oldest-swab-too-old" | "count-differs" | "other" | null;
                        sealNote: string | null;
                        /** Format: date-time */
                        discardedAt: string | null;
                        discardReason: string | null;
                        members: {
                            /** Format: uuid */
                            swabId: string;
                            place: number;
                            masked: string;
                            /** Format: date-time */
                            sampledAt: string;
                            /** Format: date-time */
                            voidedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tubes_seal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                barcode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    countedSwabs: number;
                    /** @enum {string} */
                    reason?: "end-of-session" | "shift-change" | "deadline" | "class-change" | "last-in-line" | "oldest-swab-too-old" | "count-differs" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        barcode: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        stationId: string;
                        /** @enum {string} */
                        poolClass: "5" | "10" | "20" | "single" | "household";
                        capacity: number;
                        filled: number;
                        /** @enum {string} */
                        state: "open" | "sealed" | "discarded";
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        firstSwabAt: string | null;
                        /** Format: date-time */
                        sealedAt: string | null;
                        countedSwabs: number | null;
                        /** @enum {string|null} */
                        sealReason: "end-of-session" | "shift-change" | "deadline" | "class-change" | "last-in-line" | "oldest-swab-too-old" | "count-differs" | "other" | null;
                        sealNote: string | null;
                        /** Format: date-time */
                        discardedAt: string | null;
                        discardReason: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Tubes_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                barcode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        barcode: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        stationId: string;
                        /** @enum {string} */
                        poolClass: "5" | "10" | "20" | "single" | "household";
                        capacity: number;
                        filled: number;
                        /** @enum {string} */
                        state: "open" | "sealed" | "discarded";
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        firstSwabAt: string | null;
                        /** Format: date-time */
                        sealedAt: string | null;
                        countedSwabs: number | null;
                        /** @enum {string|null} */
                        sealReason: "end-of-session" | "shift-change" | "deadline" | "class-change" | "last-in-line" | "oldest-swab-too-old" | "count-differs" | "other" | null;
                        sealNote: string | null;
                        /** Format: date-time */
                        discardedAt: string | null;
                        discardReason: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Swabs_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                barcode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id: string;
                    resident: {
                        /** Format: uuid */
                        id: string;
                    } | {
                        code: string;
                    } | {
                        idNumber: string;
                    };
                    /** Format: date-time */
                    scannedAt: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        tube: string;
                        place: number;
                        filled: number;
                        capacity: number;
                        masked: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Swabs_void: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                barcode: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        swabId: string;
                        place: number;
                        /** Format: date-time */
                        voidedAt: string;
                        reason: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Exceptions_list: {
        parameters: {
            query?: {
                siteId?: string;
                deviceId?: string;
                state?: "open" | "resolved";
                kind?: "person-already-sampled" | "tube-over-capacity" | "two-devices-one-tube" | "tube-not-open" | "round-not-running" | "unknown-tube" | "unknown-person" | "unreadable-code" | "single-only-in-pool" | "other-household" | "out-of-scope" | "clock-skew" | "sequence-hole" | "count-differs" | "act-id-clash" | "act-not-understood" | "act-against-rules" | "device-cloned" | "batch-held" | "not-listed" | "not-me";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        exceptions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "person-already-sampled" | "tube-over-capacity" | "two-devices-one-tube" | "tube-not-open" | "round-not-running" | "unknown-tube" | "unknown-person" | "unreadable-code" | "single-only-in-pool" | "other-household" | "out-of-scope" | "clock-skew" | "sequence-hole" | "count-differs" | "act-id-clash" | "act-not-understood" | "act-against-rules" | "device-cloned" | "batch-held" | "not-listed" | "not-me";
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            roundId: string | null;
                            /** Format: uuid */
                            deviceId: string | null;
                            /** Format: uuid */
                            actId: string | null;
                            subject: string;
                            details: {
                                [key: string]: unknown;
                            };
                            hasRaw: boolean;
                            /** @enum {string} */
                            ownerRole: "sitelead" | "organiser" | "security" | "gridworker";
                            /** Format: uuid */
                            ownerId: string | null;
                            /** Format: date-time */
                            deadline: string;
                            /** Format: uuid */
                            raisedBy: string | null;
                            /** Format: date-time */
                            raisedAt: string;
                            /** @enum {string} */
                            state: "open" | "resolved";
                            /** @enum {string|null} */
                            resolution: "accepted" | "corrected" | "withdrawn" | "resampled" | "unfounded" | null;
                            note: string | null;
                            /** Format: uuid */
                            resolvedBy: string | null;
                            /** Format: date-time */
                            resolvedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Exceptions_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "person-already-sampled" | "tube-over-capacity" | "two-devices-one-tube" | "tube-not-open" | "round-not-running" | "unknown-tube" | "unknown-person" | "unreadable-code" | "single-only-in-pool" | "other-household" | "out-of-scope" | "clock-skew" | "sequence-hole" | "count-differs" | "act-id-clash" | "act-not-understood" | "act-against-rules" | "device-cloned" | "batch-held" | "not-listed" | "not-me";
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        roundId: string | null;
                        /** Format: uuid */
                        deviceId: string | null;
                        /** Format: uuid */
                        actId: string | null;
                        subject: string;
                        details: {
                            [key: string]: unknown;
                        };
                        hasRaw: boolean;
                        /** @enum {string} */
                        ownerRole: "sitelead" | "organiser" | "security" | "gridworker";
                        /** Format: uuid */
                        ownerId: string | null;
                        /** Format: date-time */
                        deadline: string;
                        /** Format: uuid */
                        raisedBy: string | null;
                        /** Format: date-time */
                        raisedAt: string;
                        /** @enum {string} */
                        state: "open" | "resolved";
                        /** @enum {string|null} */
                        resolution: "accepted" | "corrected" | "withdrawn" | "resampled" | "unfounded" | null;
                        note: string | null;
                        /** Format: uuid */
                        resolvedBy: string | null;
                        /** Format: date-time */
                        resolvedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Exceptions_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    resolution: "accepted" | "corrected" | "withdrawn" | "resampled" | "unfounded";
                    note: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "person-already-sampled" | "tube-over-capacity" | "two-devices-one-tube" | "tube-not-open" | "round-not-running" | "unknown-tube" | "unknown-person" | "unreadable-code" | "single-only-in-pool" | "other-household" | "out-of-scope" | "clock-skew" | "sequence-hole" | "count-differs" | "act-id-clash" | "act-not-understood" | "act-against-rules" | "device-cloned" | "batch-held" | "not-listed" | "not-me";
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        roundId: string | null;
                        /** Format: uuid */
                        deviceId: string | null;
                        /** Format: uuid */
                        actId: string | null;
                        subject: string;
                        details: {
                            [key: string]: unknown;
                        };
                        hasRaw: boolean;
                        /** @enum {string} */
                        ownerRole: "sitelead" | "organiser" | "security" | "gridworker";
                        /** Format: uuid */
                        ownerId: string | null;
                        /** Format: date-time */
                        deadline: string;
                        /** Format: uuid */
                        raisedBy: string | null;
                        /** Format: date-time */
                        raisedAt: string;
                        /** @enum {string} */
                        state: "open" | "resolved";
                        /** @enum {string|null} */
                        resolution: "accepted" | "corrected" | "withdrawn" | "resampled" | "unfounded" | null;
                        note: string | null;
                        /** Format: uuid */
                        resolvedBy: string | null;
                        /** Format: date-time */
                        resolvedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Exceptions_own: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "sitelead" | "organiser" | "security" | "gridworker";
                    /** Format: uuid */
                    accountId?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "person-already-sampled" | "tube-over-capacity" | "two-devices-one-tube" | "tube-not-open" | "round-not-running" | "unknown-tube" | "unknown-person" | "unreadable-code" | "single-only-in-pool" | "other-household" | "out-of-scope" | "clock-skew" | "sequence-hole" | "count-differs" | "act-id-clash" | "act-not-understood" | "act-against-rules" | "device-cloned" | "batch-held" | "not-listed" | "not-me";
                        /** Format: uuid */
                        siteId: string;
                        /** Format: uuid */
                        roundId: string | null;
                        /** Format: uuid */
                        deviceId: string | null;
                        /** Format: uuid */
                        actId: string | null;
                        subject: string;
                        details: {
                            [key: string]: unknown;
                        };
                        hasRaw: boolean;
                        /** @enum {string} */
                        ownerRole: "sitelead" | "organiser" | "security" | "gridworker";
                        /** Format: uuid */
                        ownerId: string | null;
                        /** Format: date-time */
                        deadline: string;
                        /** Format: uuid */
                        raisedBy: string | null;
                        /** Format: date-time */
                        raisedAt: string;
                        /** @enum {string} */
                        state: "open" | "resolved";
                        /** @enum {string|null} */
                        resolution: "accepted" | "corrected" | "withdrawn" | "resampled" | "unfounded" | null;
                        note: string | null;
                        /** Format: uuid */
                        resolvedBy: string | null;
                        /** Format: date-time */
                        resolvedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Exceptions_counts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        siteId: string;
                        kinds: {
                            /** @enum {string} */
                            kind: "person-already-sampled" | "tube-over-capacity" | "two-devices-one-tube" | "tube-not-open" | "round-not-running" | "unknown-tube" | "unknown-person" | "unreadable-code" | "single-only-in-pool" | "other-household" | "out-of-scope" | "clock-skew" | "sequence-hole" | "count-differs" | "act-id-clash" | "act-not-understood" | "act-against-rules" | "device-cloned" | "batch-held" | "not-listed" | "not-me";
                            open: number;
                            overdue: number;
                            resolved: number;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    ExceptionReadings_masked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        exceptionId: string;
                        /** Format: uuid */
                        siteId: string;
                        masked: boolean;
                        reading: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    ExceptionReadings_unmask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    reason: "identity-check" | "contact-resident" | "home-visit" | "correction" | "transfer-of-positive" | "complaint" | "emergency";
                    text: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        exceptionId: string;
                        /** Format: uuid */
                        siteId: string;
                        masked: boolean;
                        reading: string;
                        /** Format: uuid */
                        requestId: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Corrections_list: {
        parameters: {
            query?: {
                siteId?: string;
                state?: "proposed" | "approved" | "applied" | "refused" | "withdrawn";
                tube?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "unbind" | "bind" | "void" | "move-swab" | "recode-tube" | "swap-tubes" | "reopen-tube";
                            /** @enum {string} */
                            state: "proposed" | "approved" | "applied" | "refused" | "withdrawn";
                            /** Format: uuid */
                            roundId: string;
                            /** Format: uuid */
                            siteId: string;
                            tubes: string[];
                            asked: {
                                tube: string;
                                /** Format: uuid */
                                swabId: string | null;
                                other: string | null;
                            };
                            residents: string[];
                            /** @enum {string} */
                            reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                            note: string | null;
                            secondPerson: boolean;
                            before: {
                                swabs: {
                                    /** Format: uuid */
                                    id: string;
                                    tube: string;
                                    place: number;
                                    /** Format: uuid */
                                    residentId: string | null;
                                    occasion: number;
                                    withdrawn: boolean;
                                }[];
                                tubes: {
                                    barcode: string;
                                    state: string;
                                    filled: number;
                                }[];
                            };
                            after: {
                                swabs: {
                                    /** Format: uuid */
                                    id: string;
                                    tube: string;
                                    place: number;
                                    /** Format: uuid */
                                    residentId: string | null;
                                    occasion: number;
                                    withdrawn: boolean;
                                }[];
                                tubes: {
                                    barcode: string;
                                    state: string;
                                    filled: number;
                                }[];
                            } | null;
                            /** Format: uuid */
                            authorId: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** Format: uuid */
                            approverId: string | null;
                            /** Format: date-time */
                            approvedAt: string | null;
                            /** Format: uuid */
                            refusedBy: string | null;
                            refusal: string | null;
                            /** Format: date-time */
                            endedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Corrections_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                    note?: string;
                    tube: string;
                    /** @enum {string} */
                    kind: "unbind";
                    /** Format: uuid */
                    swabId: string;
                } | {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                    note?: string;
                    tube: string;
                    /** @enum {string} */
                    kind: "void";
                    /** Format: uuid */
                    swabId: string;
                } | {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                    note?: string;
                    tube: string;
                    /** @enum {string} */
                    kind: "bind";
                    /** Format: uuid */
                    swabId: string;
                    resident: {
                        /** Format: uuid */
                        id: string;
                    } | {
                        code: string;
                    } | {
                        idNumber: string;
                    };
                } | {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                    note?: string;
                    tube: string;
                    /** @enum {string} */
                    kind: "move-swab";
                    /** Format: uuid */
                    swabId: string;
                    toTube: string;
                } | {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                    note?: string;
                    tube: string;
                    /** @enum {string} */
                    kind: "recode-tube";
                    toCode: string;
                } | {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                    note?: string;
                    tube: string;
                    /** @enum {string} */
                    kind: "swap-tubes";
                    withTube: string;
                } | {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                    note?: string;
                    tube: string;
                    /** @enum {string} */
                    kind: "reopen-tube";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "unbind" | "bind" | "void" | "move-swab" | "recode-tube" | "swap-tubes" | "reopen-tube";
                        /** @enum {string} */
                        state: "proposed" | "approved" | "applied" | "refused" | "withdrawn";
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        siteId: string;
                        tubes: string[];
                        asked: {
                            tube: string;
                            /** Format: uuid */
                            swabId: string | null;
                            other: string | null;
                        };
                        residents: string[];
                        /** @enum {string} */
                        reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                        note: string | null;
                        secondPerson: boolean;
                        before: {
                            swabs: {
                                /** Format: uuid */
                                id: string;
                                tube: string;
                                place: number;
                                /** Format: uuid */
                                residentId: string | null;
                                occasion: number;
                                withdrawn: boolean;
                            }[];
                            tubes: {
                                barcode: string;
                                state: string;
                                filled: number;
                            }[];
                        };
                        after: {
                            swabs: {
                                /** Format: uuid */
                                id: string;
                                tube: string;
                                place: number;
                                /** Format: uuid */
                                residentId: string | null;
                                occasion: number;
                                withdrawn: boolean;
                            }[];
                            tubes: {
                                barcode: string;
                                state: string;
                                filled: number;
                            }[];
                        } | null;
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Corrections_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "unbind" | "bind" | "void" | "move-swab" | "recode-tube" | "swap-tubes" | "reopen-tube";
                        /** @enum {string} */
                        state: "proposed" | "approved" | "applied" | "refused" | "withdrawn";
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        siteId: string;
                        tubes: string[];
                        asked: {
                            tube: string;
                            /** Format: uuid */
                            swabId: string | null;
                            other: string | null;
                        };
                        residents: string[];
                        /** @enum {string} */
                        reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                        note: string | null;
                        secondPerson: boolean;
                        before: {
                            swabs: {
                                /** Format: uuid */
                                id: string;
                                tube: string;
                                place: number;
                                /** Format: uuid */
                                residentId: string | null;
                                occasion: number;
                                withdrawn: boolean;
                            }[];
                            tubes: {
                                barcode: string;
                                state: string;
                                filled: number;
                            }[];
                        };
                        after: {
                            swabs: {
                                /** Format: uuid */
                                id: string;
                                tube: string;
                                place: number;
                                /** Format: uuid */
                                residentId: string | null;
                                occasion: number;
                                withdrawn: boolean;
                            }[];
                            tubes: {
                                barcode: string;
                                state: string;
                                filled: number;
                            }[];
                        } | null;
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Corrections_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "unbind" | "bind" | "void" | "move-swab" | "recode-tube" | "swap-tubes" | "reopen-tube";
                        /** @enum {string} */
                        state: "proposed" | "approved" | "applied" | "refused" | "withdrawn";
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        siteId: string;
                        tubes: string[];
                        asked: {
                            tube: string;
                            /** Format: uuid */
                            swabId: string | null;
                            other: string | null;
                        };
                        residents: string[];
                        /** @enum {string} */
                        reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                        note: string | null;
                        secondPerson: boolean;
                        before: {
                            swabs: {
                                /** Format: uuid */
                                id: string;
                                tube: string;
                                place: number;
                                /** Format: uuid */
                                residentId: string | null;
                                occasion: number;
                                withdrawn: boolean;
                            }[];
                            tubes: {
                                barcode: string;
                                state: string;
                                filled: number;
                            }[];
                        };
                        after: {
                            swabs: {
                                /** Format: uuid */
                                id: string;
                                tube: string;
                                place: number;
                                /** Format: uuid */
                                residentId: string | null;
                                occasion: number;
                                withdrawn: boolean;
                            }[];
                            tubes: {
                                barcode: string;
                                state: string;
                                filled: number;
                            }[];
                        } | null;
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Corrections_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "unbind" | "bind" | "void" | "move-swab" | "recode-tube" | "swap-tubes" | "reopen-tube";
                        /** @enum {string} */
                        state: "proposed" | "approved" | "applied" | "refused" | "withdrawn";
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        siteId: string;
                        tubes: string[];
                        asked: {
                            tube: string;
                            /** Format: uuid */
                            swabId: string | null;
                            other: string | null;
                        };
                        residents: string[];
                        /** @enum {string} */
                        reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                        note: string | null;
                        secondPerson: boolean;
                        before: {
                            swabs: {
                                /** Format: uuid */
                                id: string;
                                tube: string;
                                place: number;
                                /** Format: uuid */
                                residentId: string | null;
                                occasion: number;
                                withdrawn: boolean;
                            }[];
                            tubes: {
                                barcode: string;
                                state: string;
                                filled: number;
                            }[];
                        };
                        after: {
                            swabs: {
                                /** Format: uuid */
                                id: string;
                                tube: string;
                                place: number;
                                /** Format: uuid */
                                residentId: string | null;
                                occasion: number;
                                withdrawn: boolean;
                            }[];
                            tubes: {
                                barcode: string;
                                state: string;
                                filled: number;
                            }[];
                        } | null;
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Corrections_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "unbind" | "bind" | "void" | "move-swab" | "recode-tube" | "swap-tubes" | "reopen-tube";
                        /** @enum {string} */
                        state: "proposed" | "approved" | "applied" | "refused" | "withdrawn";
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        siteId: string;
                        tubes: string[];
                        asked: {
                            tube: string;
                            /** Format: uuid */
                            swabId: string | null;
                            other: string | null;
                        };
                        residents: string[];
                        /** @enum {string} */
                        reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                        note: string | null;
                        secondPerson: boolean;
                        before: {
                            swabs: {
                                /** Format: uuid */
                                id: string;
                                tube: string;
                                place: number;
                                /** Format: uuid */
                                residentId: string | null;
                                occasion: number;
                                withdrawn: boolean;
                            }[];
                            tubes: {
                                barcode: string;
                                state: string;
                                filled: number;
                            }[];
                        };
                        after: {
                            swabs: {
                                /** Format: uuid */
                                id: string;
                                tube: string;
                                place: number;
                                /** Format: uuid */
                                residentId: string | null;
                                occasion: number;
                                withdrawn: boolean;
                            }[];
                            tubes: {
                                barcode: string;
                                state: string;
                                filled: number;
                            }[];
                        } | null;
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: date-time */
                        approvedAt: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Cases_ofPerson: {
        parameters: {
            query?: {
                residentId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cases: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "not-listed" | "not-me";
                            /** Format: uuid */
                            residentId: string;
                            /** Format: uuid */
                            roundId: string | null;
                            /** Format: uuid */
                            siteId: string;
                            /** @enum {string} */
                            state: "open" | "resolved";
                            /** @enum {string} */
                            ownerRole: "sitelead" | "organiser" | "security" | "gridworker";
                            /** Format: date-time */
                            deadline: string;
                            /** Format: date-time */
                            raisedAt: string;
                            /** @enum {string|null} */
                            resolution: "accepted" | "corrected" | "withdrawn" | "resampled" | "unfounded" | null;
                            note: string | null;
                            /** Format: date-time */
                            resolvedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Cases_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    kind: "not-listed" | "not-me";
                    /** Format: uuid */
                    residentId?: string;
                    /** Format: uuid */
                    roundId: string;
                    /** Format: uuid */
                    siteId?: string;
                    tube?: string;
                    /** Format: date-time */
                    around?: string;
                    note?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "not-listed" | "not-me";
                        /** Format: uuid */
                        residentId: string;
                        /** Format: uuid */
                        roundId: string | null;
                        /** Format: uuid */
                        siteId: string;
                        /** @enum {string} */
                        state: "open" | "resolved";
                        /** @enum {string} */
                        ownerRole: "sitelead" | "organiser" | "security" | "gridworker";
                        /** Format: date-time */
                        deadline: string;
                        /** Format: date-time */
                        raisedAt: string;
                        /** @enum {string|null} */
                        resolution: "accepted" | "corrected" | "withdrawn" | "resampled" | "unfounded" | null;
                        note: string | null;
                        /** Format: date-time */
                        resolvedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Cases_candidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        candidates: {
                            /** Format: uuid */
                            swabId: string;
                            tube: string;
                            place: number;
                            /** Format: date-time */
                            sampledAt: string;
                            tubeState: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Cases_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "bind";
                    /** Format: uuid */
                    correctionId?: string;
                    tube: string;
                    /** Format: uuid */
                    swabId: string;
                    note: string;
                } | {
                    /** @enum {string} */
                    outcome: "unbind";
                    /** Format: uuid */
                    correctionId?: string;
                    note: string;
                } | {
                    /** @enum {string} */
                    outcome: "confirmed";
                    note: string;
                } | {
                    /** @enum {string} */
                    outcome: "unfounded";
                    note: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "not-listed" | "not-me";
                            /** Format: uuid */
                            residentId: string;
                            /** Format: uuid */
                            roundId: string | null;
                            /** Format: uuid */
                            siteId: string;
                            /** @enum {string} */
                            state: "open" | "resolved";
                            /** @enum {string} */
                            ownerRole: "sitelead" | "organiser" | "security" | "gridworker";
                            /** Format: date-time */
                            deadline: string;
                            /** Format: date-time */
                            raisedAt: string;
                            /** @enum {string|null} */
                            resolution: "accepted" | "corrected" | "withdrawn" | "resampled" | "unfounded" | null;
                            note: string | null;
                            /** Format: date-time */
                            resolvedAt: string | null;
                        };
                        correction: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "unbind" | "bind" | "void" | "move-swab" | "recode-tube" | "swap-tubes" | "reopen-tube";
                            /** @enum {string} */
                            state: "proposed" | "approved" | "applied" | "refused" | "withdrawn";
                            /** Format: uuid */
                            roundId: string;
                            /** Format: uuid */
                            siteId: string;
                            tubes: string[];
                            asked: {
                                tube: string;
                                /** Format: uuid */
                                swabId: string | null;
                                other: string | null;
                            };
                            residents: string[];
                            /** @enum {string} */
                            reason: "wrong-person-scanned" | "person-not-scanned" | "wrong-tube-scanned" | "label-mixed-up" | "not-swabbed" | "resident-says-so" | "one-person-twice" | "sealed-too-early" | "other";
                            note: string | null;
                            secondPerson: boolean;
                            before: {
                                swabs: {
                                    /** Format: uuid */
                                    id: string;
                                    tube: string;
                                    place: number;
                                    /** Format: uuid */
                                    residentId: string | null;
                                    occasion: number;
                                    withdrawn: boolean;
                                }[];
                                tubes: {
                                    barcode: string;
                                    state: string;
                                    filled: number;
                                }[];
                            };
                            after: {
                                swabs: {
                                    /** Format: uuid */
                                    id: string;
                                    tube: string;
                                    place: number;
                                    /** Format: uuid */
                                    residentId: string | null;
                                    occasion: number;
                                    withdrawn: boolean;
                                }[];
                                tubes: {
                                    barcode: string;
                                    state: string;
                                    filled: number;
                                }[];
                            } | null;
                            /** Format: uuid */
                            authorId: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** Format: uuid */
                            approverId: string | null;
                            /** Format: date-time */
                            approvedAt: string | null;
                            /** Format: uuid */
                            refusedBy: string | null;
                            refusal: string | null;
                            /** Format: date-time */
                            endedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    TubeHistory_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                barcode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        barcode: string;
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            what: "opened" | "swab-recorded" | "swab-withdrawn" | "sealed" | "discarded" | "correction-proposed" | "correction-applied" | "correction-refused" | "correction-withdrawn";
                            /** Format: uuid */
                            by: string | null;
                            place: number | null;
                            /** Format: uuid */
                            swabId: string | null;
                            /** Format: uuid */
                            correctionId: string | null;
                            kind: string | null;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Boxes_list: {
        parameters: {
            query?: {
                siteId?: string;
                state?: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        boxes: {
                            code: string;
                            /** Format: uuid */
                            siteId: string;
                            labCode: string | null;
                            /** @enum {string} */
                            state: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                            tubes: number;
                            countedTubes: number | null;
                            hubCode: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            sealedAt: string | null;
                            /** Format: date-time */
                            receivedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Boxes_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** Format: uuid */
                    siteId: string;
                    labCode?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: uuid */
                        siteId: string;
                        labCode: string | null;
                        /** @enum {string} */
                        state: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                        tubes: number;
                        countedTubes: number | null;
                        hubCode: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        sealedAt: string | null;
                        /** Format: date-time */
                        receivedAt: string | null;
                        contents: {
                            barcode: string;
                            lost: boolean;
                        }[];
                        removals: {
                            barcode: string;
                            reason: string;
                            removedBy: string;
                            /** Format: date-time */
                            removedAt: string;
                        }[];
                        custody: {
                            leg: number;
                            /** @enum {string} */
                            kind: "dispatch" | "hub-arrival" | "hub-departure" | "receipt";
                            givenBy: string | null;
                            takenBy: string;
                            hubCode: string | null;
                            plate: string | null;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Boxes_pack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    barcodes: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: uuid */
                        siteId: string;
                        labCode: string | null;
                        /** @enum {string} */
                        state: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                        tubes: number;
                        countedTubes: number | null;
                        hubCode: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        sealedAt: string | null;
                        /** Format: date-time */
                        receivedAt: string | null;
                        contents: {
                            barcode: string;
                            lost: boolean;
                        }[];
                        removals: {
                            barcode: string;
                            reason: string;
                            removedBy: string;
                            /** Format: date-time */
                            removedAt: string;
                        }[];
                        custody: {
                            leg: number;
                            /** @enum {string} */
                            kind: "dispatch" | "hub-arrival" | "hub-departure" | "receipt";
                            givenBy: string | null;
                            takenBy: string;
                            hubCode: string | null;
                            plate: string | null;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Boxes_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                barcode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: uuid */
                        siteId: string;
                        labCode: string | null;
                        /** @enum {string} */
                        state: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                        tubes: number;
                        countedTubes: number | null;
                        hubCode: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        sealedAt: string | null;
                        /** Format: date-time */
                        receivedAt: string | null;
                        contents: {
                            barcode: string;
                            lost: boolean;
                        }[];
                        removals: {
                            barcode: string;
                            reason: string;
                            removedBy: string;
                            /** Format: date-time */
                            removedAt: string;
                        }[];
                        custody: {
                            leg: number;
                            /** @enum {string} */
                            kind: "dispatch" | "hub-arrival" | "hub-departure" | "receipt";
                            givenBy: string | null;
                            takenBy: string;
                            hubCode: string | null;
                            plate: string | null;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Boxes_seal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    countedTubes: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: uuid */
                        siteId: string;
                        labCode: string | null;
                        /** @enum {string} */
                        state: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                        tubes: number;
                        countedTubes: number | null;
                        hubCode: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        sealedAt: string | null;
                        /** Format: date-time */
                        receivedAt: string | null;
                        contents: {
                            barcode: string;
                            lost: boolean;
                        }[];
                        removals: {
                            barcode: string;
                            reason: string;
                            removedBy: string;
                            /** Format: date-time */
                            removedAt: string;
                        }[];
                        custody: {
                            leg: number;
                            /** @enum {string} */
                            kind: "dispatch" | "hub-arrival" | "hub-departure" | "receipt";
                            givenBy: string | null;
                            takenBy: string;
                            hubCode: string | null;
                            plate: string | null;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Boxes_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: uuid */
                        siteId: string;
                        labCode: string | null;
                        /** @enum {string} */
                        state: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                        tubes: number;
                        countedTubes: number | null;
                        hubCode: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        sealedAt: string | null;
                        /** Format: date-time */
                        receivedAt: string | null;
                        contents: {
                            barcode: string;
                            lost: boolean;
                        }[];
                        removals: {
                            barcode: string;
                            reason: string;
                            removedBy: string;
                            /** Format: date-time */
                            removedAt: string;
                        }[];
                        custody: {
                            leg: number;
                            /** @enum {string} */
                            kind: "dispatch" | "hub-arrival" | "hub-departure" | "receipt";
                            givenBy: string | null;
                            takenBy: string;
                            hubCode: string | null;
                            plate: string | null;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Handovers_dispatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    givenBy: string;
                    plate?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: uuid */
                        siteId: string;
                        labCode: string | null;
                        /** @enum {string} */
                        state: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                        tubes: number;
                        countedTubes: number | null;
                        hubCode: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        sealedAt: string | null;
                        /** Format: date-time */
                        receivedAt: string | null;
                        contents: {
                            barcode: string;
                            lost: boolean;
                        }[];
                        removals: {
                            barcode: string;
                            reason: string;
                            removedBy: string;
                            /** Format: date-time */
                            removedAt: string;
                        }[];
                        custody: {
                            leg: number;
                            /** @enum {string} */
                            kind: "dispatch" | "hub-arrival" | "hub-departure" | "receipt";
                            givenBy: string | null;
                            takenBy: string;
                            hubCode: string | null;
                            plate: string | null;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Handovers_arrive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hubCode: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: uuid */
                        siteId: string;
                        labCode: string | null;
                        /** @enum {string} */
                        state: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                        tubes: number;
                        countedTubes: number | null;
                        hubCode: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        sealedAt: string | null;
                        /** Format: date-time */
                        receivedAt: string | null;
                        contents: {
                            barcode: string;
                            lost: boolean;
                        }[];
                        removals: {
                            barcode: string;
                            reason: string;
                            removedBy: string;
                            /** Format: date-time */
                            removedAt: string;
                        }[];
                        custody: {
                            leg: number;
                            /** @enum {string} */
                            kind: "dispatch" | "hub-arrival" | "hub-departure" | "receipt";
                            givenBy: string | null;
                            takenBy: string;
                            hubCode: string | null;
                            plate: string | null;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Handovers_depart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hubCode: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: uuid */
                        siteId: string;
                        labCode: string | null;
                        /** @enum {string} */
                        state: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                        tubes: number;
                        countedTubes: number | null;
                        hubCode: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        sealedAt: string | null;
                        /** Format: date-time */
                        receivedAt: string | null;
                        contents: {
                            barcode: string;
                            lost: boolean;
                        }[];
                        removals: {
                            barcode: string;
                            reason: string;
                            removedBy: string;
                            /** Format: date-time */
                            removedAt: string;
                        }[];
                        custody: {
                            leg: number;
                            /** @enum {string} */
                            kind: "dispatch" | "hub-arrival" | "hub-departure" | "receipt";
                            givenBy: string | null;
                            takenBy: string;
                            hubCode: string | null;
                            plate: string | null;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Handovers_receive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    givenBy: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: uuid */
                        siteId: string;
                        labCode: string | null;
                        /** @enum {string} */
                        state: "open" | "sealed" | "dispatched" | "at-hub" | "received";
                        tubes: number;
                        countedTubes: number | null;
                        hubCode: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        sealedAt: string | null;
                        /** Format: date-time */
                        receivedAt: string | null;
                        contents: {
                            barcode: string;
                            lost: boolean;
                        }[];
                        removals: {
                            barcode: string;
                            reason: string;
                            removedBy: string;
                            /** Format: date-time */
                            removedAt: string;
                        }[];
                        custody: {
                            leg: number;
                            /** @enum {string} */
                            kind: "dispatch" | "hub-arrival" | "hub-departure" | "receipt";
                            givenBy: string | null;
                            takenBy: string;
                            hubCode: string | null;
                            plate: string | null;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    TubeLosses_declare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                barcode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        barcode: string;
                        reason: string;
                        /** Format: date-time */
                        lostAt: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Alarms_current: {
        parameters: {
            query?: {
                siteId?: string;
                roundId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        alarms: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "open-tube" | "unboxed" | "undispatched" | "unreceived" | "hub-dwell";
                            subject: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            roundId: string;
                            /** Format: date-time */
                            since: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: date-time */
                            raisedAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Labs_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        labs: {
                            code: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Labs_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        name: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Labs_staffOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staff: {
                            /** Format: uuid */
                            accountId: string;
                            username: string;
                            displayName: string;
                            isActive: boolean;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Labs_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staff: {
                            /** Format: uuid */
                            accountId: string;
                            username: string;
                            displayName: string;
                            isActive: boolean;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Receipts_ofBox: {
        parameters: {
            query: {
                boxCode: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        labCode: string;
                        boxCode: string;
                        accepted: number;
                        rejected: number;
                        missing: {
                            barcode: string;
                            /** @enum {string} */
                            cause: "not-in-box" | "of-another-box" | "never-boxed" | "unknown-tube" | "not-sealed" | "at-another-lab" | "already-received" | "declared-lost";
                        }[];
                        surplus: {
                            barcode: string;
                            /** @enum {string} */
                            cause: "not-in-box" | "of-another-box" | "never-boxed" | "unknown-tube" | "not-sealed" | "at-another-lab" | "already-received" | "declared-lost";
                            takenIn: boolean;
                        }[];
                        /** Format: date-time */
                        receivedAt: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Receipts_record: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    boxCode: string;
                    accepted: string[];
                    rejected: {
                        barcode: string;
                        reason: string;
                    }[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        labCode: string;
                        boxCode: string;
                        accepted: number;
                        rejected: number;
                        missing: {
                            barcode: string;
                            /** @enum {string} */
                            cause: "not-in-box" | "of-another-box" | "never-boxed" | "unknown-tube" | "not-sealed" | "at-another-lab" | "already-received" | "declared-lost";
                        }[];
                        surplus: {
                            barcode: string;
                            /** @enum {string} */
                            cause: "not-in-box" | "of-another-box" | "never-boxed" | "unknown-tube" | "not-sealed" | "at-another-lab" | "already-received" | "declared-lost";
                            takenIn: boolean;
                        }[];
                        /** Format: date-time */
                        receivedAt: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Receipts_differences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        differences: {
                            /** Format: uuid */
                            receiptId: string;
                            boxCode: string;
                            labCode: string;
                            /** Format: uuid */
                            siteId: string;
                            barcode: string;
                            /** @enum {string} */
                            kind: "missing" | "surplus";
                            /** @enum {string} */
                            cause: "not-in-box" | "of-another-box" | "never-boxed" | "unknown-tube" | "not-sealed" | "at-another-lab" | "already-received" | "declared-lost";
                            takenIn: boolean;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @enum {string|null} */
                            ending: "delivered" | "lost" | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Receipts_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        labCode: string;
                        boxCode: string;
                        accepted: number;
                        rejected: number;
                        missing: {
                            barcode: string;
                            /** @enum {string} */
                            cause: "not-in-box" | "of-another-box" | "never-boxed" | "unknown-tube" | "not-sealed" | "at-another-lab" | "already-received" | "declared-lost";
                        }[];
                        surplus: {
                            barcode: string;
                            /** @enum {string} */
                            cause: "not-in-box" | "of-another-box" | "never-boxed" | "unknown-tube" | "not-sealed" | "at-another-lab" | "already-received" | "declared-lost";
                            takenIn: boolean;
                        }[];
                        /** Format: date-time */
                        receivedAt: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Reports_latest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reports: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "reading" | "refused" | "applied";
                            labCode: string;
                            contentType: string;
                            file: string | null;
                            bytes: number;
                            rows: number;
                            counts: {
                                current: number;
                                repeated: number;
                                held: number;
                            };
                            errorCount: number;
                            /** Format: date-time */
                            uploadedAt: string;
                            /** Format: date-time */
                            appliedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Reports_upload: {
        parameters: {
            query?: {
                file?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "application/jsonl": string;
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/hl7-v2": string;
                "x-application/hl7-v2+er7": string;
                "application/fhir+json": string;
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "reading" | "refused" | "applied";
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Reports_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "application/jsonl": string;
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/hl7-v2": string;
                "x-application/hl7-v2+er7": string;
                "application/fhir+json": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: number;
                        rightRows: number;
                        outcomes: {
                            negative: number;
                            positive: number;
                            inconclusive: number;
                            invalid: number;
                        };
                        counts: {
                            current: number;
                            repeated: number;
                            held: number;
                        };
                        positives: string[];
                        contradictions: {
                            barcode: string;
                            line: number;
                            /** @enum {string} */
                            outcome: "negative" | "positive" | "inconclusive" | "invalid";
                            /** @enum {string} */
                            current: "negative" | "positive" | "inconclusive" | "invalid";
                        }[];
                        errorCount: number;
                        errors: {
                            line: number;
                            code: string;
                            barcode?: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                        applied: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            appliedAt: string;
                        } | null;
                        sha256: string;
                        review: {
                            isNeeded: boolean;
                            isSigned: boolean;
                        };
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Reports_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "reading" | "refused" | "applied";
                        labCode: string;
                        contentType: string;
                        file: string | null;
                        bytes: number;
                        rows: number;
                        counts: {
                            current: number;
                            repeated: number;
                            held: number;
                        };
                        errorCount: number;
                        errors: {
                            line: number;
                            code: string;
                            barcode?: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                        /** Format: date-time */
                        uploadedAt: string;
                        /** Format: date-time */
                        appliedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    ReportReviews_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sha256: string;
                        /** Format: date-time */
                        reviewedAt: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Contradictions_held: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contradictions: {
                            barcode: string;
                            version: number;
                            labCode: string;
                            /** @enum {string} */
                            outcome: "negative" | "positive" | "inconclusive" | "invalid";
                            /** @enum {string} */
                            currentOutcome: "negative" | "positive" | "inconclusive" | "invalid";
                            /** Format: date-time */
                            testedAt: string;
                            /** Format: uuid */
                            reportId: string;
                            /** Format: date-time */
                            heldSince: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Contradictions_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                barcode: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "apply" | "dismiss";
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        barcode: string;
                        version: number;
                        /** @enum {string} */
                        decision: "apply" | "dismiss";
                        reason: string;
                        /** Format: date-time */
                        decidedAt: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    ResidentResults_results: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        residentId: string;
                        rounds: {
                            /** Format: uuid */
                            roundId: string;
                            roundName: string;
                            /** @enum {string} */
                            gate: "not-sampled" | "exempt" | "sampled" | "sent" | "testing" | "negative" | "under-review" | "positive" | "resample";
                            words: {
                                "zh-CN": string;
                                en: string;
                            };
                            /** Format: date-time */
                            sampledAt: string | null;
                            /** Format: date-time */
                            sealedAt: string | null;
                            /** Format: date-time */
                            sentAt: string | null;
                            /** Format: date-time */
                            receivedAt: string | null;
                            answer: {
                                version: number;
                                /** @enum {string} */
                                status: "negative" | "positive" | "under-review" | "resample" | "withdrawn";
                                /** Format: date-time */
                                sampledAt: string | null;
                                /** Format: date-time */
                                testedAt: string | null;
                                /** Format: date-time */
                                publishedAt: string;
                                reason: string | null;
                            } | null;
                            disputed: boolean;
                            recall: {
                                /** @enum {string} */
                                kind: "retest" | "resample";
                                /** Format: date-time */
                                deadline: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Proofs_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                roundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        residentId: string;
                        /** Format: uuid */
                        roundId: string;
                        /** @description what the QR says */
                        payload: string;
                        maskedName: string;
                        documentEnding: string;
                        /** Format: date-time */
                        sampledAt: string;
                        /** Format: date-time */
                        validUntil: string;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Proofs_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            keyId: string;
                            publicKey: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Recalls_list: {
        parameters: {
            query?: {
                state?: "open" | "sampled" | "cleared" | "confirmed" | "repeated" | "cancelled";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                roundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            roundId: string;
                            /** Format: uuid */
                            residentId: string;
                            masked: string;
                            phoneMasked: string | null;
                            areaCode: string;
                            /** @enum {string} */
                            kind: "retest" | "resample";
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            cause: string;
                            causeBarcode: string;
                            /** @enum {string} */
                            state: "open" | "sampled" | "cleared" | "confirmed" | "repeated" | "cancelled";
                            /** Format: date-time */
                            deadline: string;
                            /** Format: uuid */
                            assigneeId: string | null;
                            /** Format: date-time */
                            assignedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            closedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Recalls_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roundId: string;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    assigneeId: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        residentId: string;
                        masked: string;
                        phoneMasked: string | null;
                        areaCode: string;
                        /** @enum {string} */
                        kind: "retest" | "resample";
                        /** @enum {string} */
                        lane: "general" | "green" | "single";
                        cause: string;
                        causeBarcode: string;
                        /** @enum {string} */
                        state: "open" | "sampled" | "cleared" | "confirmed" | "repeated" | "cancelled";
                        /** Format: date-time */
                        deadline: string;
                        /** Format: uuid */
                        assigneeId: string | null;
                        /** Format: date-time */
                        assignedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        closedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Amendments_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roundId: string;
                residentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    status: "negative" | "positive" | "under-review" | "resample";
                    reason: string;
                    version?: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        residentId: string;
                        /** @enum {string} */
                        status: "negative" | "positive" | "under-review" | "resample";
                        reason: string;
                        version: number;
                        madeVersion: number | null;
                        /** @enum {string} */
                        state: "proposed" | "applied" | "refused" | "withdrawn";
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Amendments_list: {
        parameters: {
            query?: {
                roundId?: string;
                state?: "proposed" | "applied" | "refused" | "withdrawn";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            roundId: string;
                            /** Format: uuid */
                            residentId: string;
                            /** @enum {string} */
                            status: "negative" | "positive" | "under-review" | "resample";
                            reason: string;
                            version: number;
                            madeVersion: number | null;
                            /** @enum {string} */
                            state: "proposed" | "applied" | "refused" | "withdrawn";
                            /** Format: uuid */
                            authorId: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** Format: uuid */
                            approverId: string | null;
                            /** Format: uuid */
                            refusedBy: string | null;
                            refusal: string | null;
                            /** Format: date-time */
                            endedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Amendments_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        residentId: string;
                        /** @enum {string} */
                        status: "negative" | "positive" | "under-review" | "resample";
                        reason: string;
                        version: number;
                        madeVersion: number | null;
                        /** @enum {string} */
                        state: "proposed" | "applied" | "refused" | "withdrawn";
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Amendments_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        residentId: string;
                        /** @enum {string} */
                        status: "negative" | "positive" | "under-review" | "resample";
                        reason: string;
                        version: number;
                        madeVersion: number | null;
                        /** @enum {string} */
                        state: "proposed" | "applied" | "refused" | "withdrawn";
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Amendments_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        residentId: string;
                        /** @enum {string} */
                        status: "negative" | "positive" | "under-review" | "resample";
                        reason: string;
                        version: number;
                        madeVersion: number | null;
                        /** @enum {string} */
                        state: "proposed" | "applied" | "refused" | "withdrawn";
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Amendments_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        roundId: string;
                        /** Format: uuid */
                        residentId: string;
                        /** @enum {string} */
                        status: "negative" | "positive" | "under-review" | "resample";
                        reason: string;
                        version: number;
                        madeVersion: number | null;
                        /** @enum {string} */
                        state: "proposed" | "applied" | "refused" | "withdrawn";
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Mergings_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** Format: uuid */
                    into: string;
                    /** @enum {string} */
                    reason: "same-document" | "temporary-entry" | "typing-mistake" | "resident-says-so" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        absorbedId: string;
                        /** Format: uuid */
                        survivorId: string;
                        /** @enum {string} */
                        state: "proposed" | "applied" | "refused" | "withdrawn";
                        reason: string;
                        note: string | null;
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Mergings_list: {
        parameters: {
            query?: {
                state?: "proposed" | "applied" | "refused" | "withdrawn";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            absorbedId: string;
                            /** Format: uuid */
                            survivorId: string;
                            /** @enum {string} */
                            state: "proposed" | "applied" | "refused" | "withdrawn";
                            reason: string;
                            note: string | null;
                            /** Format: uuid */
                            authorId: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** Format: uuid */
                            approverId: string | null;
                            /** Format: uuid */
                            refusedBy: string | null;
                            refusal: string | null;
                            /** Format: date-time */
                            endedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Mergings_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        absorbedId: string;
                        /** Format: uuid */
                        survivorId: string;
                        /** @enum {string} */
                        state: "proposed" | "applied" | "refused" | "withdrawn";
                        reason: string;
                        note: string | null;
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Mergings_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        absorbedId: string;
                        /** Format: uuid */
                        survivorId: string;
                        /** @enum {string} */
                        state: "proposed" | "applied" | "refused" | "withdrawn";
                        reason: string;
                        note: string | null;
                        /** Format: uuid */
                        authorId: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** Format: uuid */
                        approverId: string | null;
                        /** Format: uuid */
                        refusedBy: string | null;
                        refusal: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Coverage_coverage: {
        parameters: {
            query?: {
                area?: string;
                level?: "city" | "district" | "street" | "community" | "grid" | "building";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        roundId: string;
                        /** Format: date-time */
                        asOf: string;
                        area: {
                            code: string;
                            name: string;
                            /** @enum {string} */
                            level: "city" | "district" | "street" | "community" | "grid" | "building";
                        } | null;
                        /** @enum {string} */
                        level: "city" | "district" | "street" | "community" | "grid" | "building";
                        total: {
                            should: number;
                            exempt: number;
                            sampled: number;
                            sent: number;
                            received: number;
                            tested: number;
                            negative: number;
                            underReview: number;
                            positive: number;
                            resample: number;
                            percent: {
                                sampledOfShould: number | null;
                                sentOfSampled: number | null;
                                receivedOfSampled: number | null;
                                testedOfSampled: number | null;
                            };
                        };
                        areas: {
                            code: string;
                            name: string;
                            parentCode: string | null;
                            should: number;
                            exempt: number;
                            sampled: number;
                            sent: number;
                            received: number;
                            tested: number;
                            negative: number;
                            underReview: number;
                            positive: number;
                            resample: number;
                            percent: {
                                sampledOfShould: number | null;
                                sentOfSampled: number | null;
                                receivedOfSampled: number | null;
                                testedOfSampled: number | null;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Coverage_missing: {
        parameters: {
            query?: {
                area?: string;
                visitor?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        residents: {
                            /** Format: uuid */
                            residentId: string;
                            maskedName: string;
                            areaCode: string;
                            /** Format: uuid */
                            householdId: string;
                            door: string;
                            category: string;
                            /** @enum {string} */
                            lane: "general" | "green" | "single";
                            homeVisit: boolean;
                            /** @enum {string} */
                            reason: "not-come" | "home-visit-due" | "registration-withdrawn" | "re-sample-due" | "retest-due";
                            /** Format: date-time */
                            deadline: string | null;
                            areaName: string;
                            maskedDocument: string | null;
                            maskedPhone: string | null;
                            /** Format: uuid */
                            visitorId: string | null;
                            visitor: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    Coverage_whereItStands: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        roundId: string;
                        /** Format: date-time */
                        asOf: string;
                        stages: {
                            /** @enum {string} */
                            stage: "open" | "sealed" | "moving" | "at-lab" | "tested";
                            tubes: number;
                            people: number;
                            /** Format: date-time */
                            oldestSince: string | null;
                            late: number;
                            limitMinutes: number | null;
                        }[];
                        sites: {
                            /** Format: uuid */
                            siteId: string;
                            code: string;
                            name: string;
                            /** @enum {string} */
                            state: "open" | "paused" | "closed";
                            tables: number;
                            onDuty: number;
                            working: number;
                            peopleLastHour: number;
                            waitP50: number | null;
                            waitP90: number | null;
                            devices: number;
                            silentDevices: number;
                            missingActs: number;
                            lateTubes: number;
                        }[];
                        pools: {
                            poolClass: string;
                            capacity: number;
                            tubes: number;
                            people: number;
                            notNegative: number;
                        }[];
                        pace: {
                            /** Format: date-time */
                            from: string;
                            people: number;
                        }[];
                    };
                };
            };
            /** @description A refusal: a stable code and a sentence in both languages */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        messages: {
                            "zh-CN": string;
                            en: string;
                        };
                        /** @description what is wrong with a request, field by field */
                        issues?: {
                            path: string;
                            message: string;
                            messages: {
                                "zh-CN": string;
                                en: string;
                            };
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
}
